import { parseArgs } from 'node:util';
import { exitCode, type ImportReport } from '#lib/server/intake/report.ts';
import { examineFiles } from '#lib/server/intake/examine-files.ts';
import { importFiles } from '#lib/server/intake/import-files.ts';
import { loadCodebook } from '#lib/server/intake/load-codebook.ts';
import { loadMapping } from '#lib/server/intake/load-mapping.ts';
import { run } from './cli/run.ts';
import { progressBar } from './cli/progress-bar.ts';
import { mappingOptions, mappingUsage, withOptions } from './cli/mapping-options.ts';
import { userPath, warehousePath } from './cli/paths.ts';
import { savedMap } from './cli/saved-map.ts';
import { settlingColumns } from './cli/settling-columns.ts';

const usage = `npm run import -- FILE… [options]

  --map NAME|FILE|auto    how the files' columns become canonical ones (data/mappings, a file of yours, or what they seem to be)
  --save-map FILE         writes what the columns seem to be as a mapping to edit, and imports nothing
${mappingUsage}
  --sheet NAME            the sheet of a workbook to read (the only one)
  --codebook FILE         your own conditions, protocols, measures …, added to the codebook
  --warehouse DIR         where snapshots live (NEEDLEPOINT_WAREHOUSE, else ./warehouse)
  --episode-gap DAYS      a pause that ends an episode where visits have no numbers (90)
  --date-precision WHAT   month or year (month)
  --identifiers WHAT      what to do where a file names people: refuse it, or drop what names them (refuse)
  --pseudonymize          replaces the ids of patients, episodes and visits by pseudonyms that only the key leads back to
  --key FILE              the key (NEEDLEPOINT_KEY_FILE, else WAREHOUSE.key beside the folder; made where there is none)
  --replace               courses told take the place of what is there, instead of being merged with it
  --quarantine DIR        where refused records are listed, also with --dry-run (the warehouse's quarantine folder)
  --preview FILE          writes the first records as they are read, as JSON and without what could name somebody
  --dry-run               check everything, publish nothing
  --json                  the report as JSON

  exit code 0: all in · 2: published, some records in quarantine · 1: refused, nothing changed`;

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			map: { type: 'string' },
			sheet: { type: 'string' },
			'save-map': { type: 'string' },
			...mappingOptions,
			codebook: { type: 'string', multiple: true, default: [] },
			warehouse: { type: 'string' },
			'episode-gap': { type: 'string', default: '90' },
			'date-precision': { type: 'string', default: 'month' },
			identifiers: { type: 'string', default: 'refuse' },
			pseudonymize: { type: 'boolean', default: false },
			key: { type: 'string' },
			replace: { type: 'boolean', default: false },
			quarantine: { type: 'string' },
			preview: { type: 'string' },
			'dry-run': { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help || positionals.length === 0) {
		console.log(usage);
		return values.help ? 0 : 1;
	}
	const warehouse = warehousePath(values.warehouse);
	const files = positionals.map(userPath);
	const codebook = await loadCodebook(warehouse, values.codebook.map(userPath));
	const mapping = withOptions(await loadMapping(values.map === 'auto' ? undefined : values.map), values);
	const memoryLimit = process.env['NEEDLEPOINT_MEMORY'] ?? '3GB';
	if (values['save-map'] !== undefined) {
		console.log(await savedMap(userPath(values['save-map']), await examineFiles(files, { mapping, codebook, sheet: values.sheet, memoryLimit })));
		return 0;
	}
	const report = await settlingColumns(values.map === 'auto', async (acceptProposals) => {
		const bar = progressBar();
		const options = {
			files,
			warehouse,
			codebook,
			mapping,
			acceptProposals,
			episodeGap: wholeNumber('--episode-gap', values['episode-gap']),
			datePrecision: precision(values['date-precision']),
			identifiers: identifierPolicy(values.identifiers),
			pseudonymize: values.pseudonymize,
			keyFile: values.key === undefined ? undefined : userPath(values.key),
			dryRun: values['dry-run'],
			replace: values.replace,
			sheet: values.sheet,
			quarantine: values.quarantine === undefined ? undefined : userPath(values.quarantine),
			preview: values.preview === undefined ? undefined : userPath(values.preview),
			memoryLimit,
		};
		return importFiles(options, bar.step).finally(bar.end);
	});
	console.log(values.json ? JSON.stringify(report) : inWords(report));
	return exitCode(report);
});

function wholeNumber(option: string, text: string): number {
	if (!/^[1-9][0-9]{0,4}$/u.test(text)) throw new Error(`${option} must be a whole number of days: ${text}`);
	return Number(text);
}

function precision(text: string): 'month' | 'year' {
	if (text !== 'month' && text !== 'year') throw new Error(`--date-precision must be month or year: ${text}`);
	return text;
}

function identifierPolicy(text: string): 'refuse' | 'drop' {
	if (text !== 'refuse' && text !== 'drop') throw new Error(`--identifiers must be refuse or drop: ${text}`);
	return text;
}

function inWords(report: ImportReport): string {
	const outcome = {
		published: `published snapshot ${report.snapshot ?? ''} with ${report.sessions} sessions`,
		unchanged: `nothing new: snapshot ${report.snapshot ?? ''} holds all of this already`,
		'dry run': `dry run: would publish ${report.sessions} sessions`,
		refused: 'refused: not one record was acceptable, and nothing has changed',
	}[report.outcome];
	return [
		...report.files.map(({ name, read, accepted, duplicates, rejected }) => `${name}: ${read} records read = ${accepted} accepted + ${duplicates} duplicates + ${rejected} rejected`),
		...report.refusals.slice(0, 20).map(({ first, rows, reason }) => `  ${first}: ${reason}${rows > 1 ? ` (${rows} times)` : ''}`),
		...(report.refusals.length > 20 ? [`  and ${report.refusals.length - 20} more reasons`] : []),
		...report.flags.map(({ first, rows, rule }) => `  kept: ${first}: ${rule}${rows > 1 ? ` (${rows} times)` : ''}`),
		...report.changed.map(({ field, visits }) => `  ${field} changed in ${visits} ${visits === 1 ? 'visit' : 'visits'}`),
		...report.notes,
		...(report.quarantine === null ? [] : [`every refused record, by file and line: ${report.quarantine}`]),
		...(report.synthetic ? ['these records are synthetic: every page and export will say so'] : []),
		outcome,
	].join('\n');
}
