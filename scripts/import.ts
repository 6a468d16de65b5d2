import { parseArgs } from 'node:util';
import { exitCode, type ImportReport } from '#lib/server/intake/report.ts';
import { importFiles } from '#lib/server/intake/import-files.ts';
import { loadCodebook } from '#lib/server/intake/load-codebook.ts';
import { loadMapping } from '#lib/server/intake/load-mapping.ts';
import { run } from './cli/run.ts';
import { progressBar } from './cli/progress-bar.ts';
import { userPath, warehousePath } from './cli/paths.ts';

const usage = `npm run import -- FILE… [options]

  --map NAME|FILE         how the file's columns become canonical ones (data/mappings, or a file of yours)
  --codebook FILE         your own conditions, protocols, measures …, added to the codebook
  --warehouse DIR         where snapshots live (NEEDLEPOINT_WAREHOUSE, else ./warehouse)
  --episode-gap DAYS      a pause that ends an episode where visits have no numbers (90)
  --date-precision WHAT   month or year (month)
  --dry-run               check everything, publish nothing
  --json                  the report as JSON

  exit code 0: all in · 2: published, some records in quarantine · 1: refused, nothing changed`;

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			map: { type: 'string' },
			codebook: { type: 'string', multiple: true, default: [] },
			warehouse: { type: 'string' },
			'episode-gap': { type: 'string', default: '90' },
			'date-precision': { type: 'string', default: 'month' },
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
	const bar = progressBar();
	const report = await importFiles(
		{
			files: positionals.map(userPath),
			warehouse,
			codebook: await loadCodebook(warehouse, values.codebook.map(userPath)),
			mapping: await loadMapping(values.map),
			episodeGap: wholeNumber('--episode-gap', values['episode-gap']),
			datePrecision: precision(values['date-precision']),
			dryRun: values['dry-run'],
			memoryLimit: process.env['NEEDLEPOINT_MEMORY'] ?? '4GB',
		},
		bar.step,
	).finally(bar.end);
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
		...report.notes,
		...(report.quarantine === null ? [] : [`every refused record, by file and line: ${report.quarantine}`]),
		...(report.synthetic ? ['these records are synthetic: every page and export will say so'] : []),
		outcome,
	].join('\n');
}
