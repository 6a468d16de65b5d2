import { parseArgs } from 'node:util';
import { loadCodebook } from '#lib/server/intake/load-codebook.ts';
import { loadMapping } from '#lib/server/intake/load-mapping.ts';
import { lookAtFiles } from '#lib/server/intake/look-at-files.ts';
import { mappingOptions, mappingUsage, withOptions } from './cli/mapping-options.ts';
import { userPath, warehousePath } from './cli/paths.ts';
import { run } from './cli/run.ts';

const usage = `npm run look -- FILE… [options]

  says what the columns of files seem to be, and what is to be settled before an import; imports nothing

  --map NAME|FILE     what is known of the columns already
${mappingUsage}
  --sheet NAME        the sheet of a workbook to read (the only one)
  --codebook FILE     your own conditions, protocols, measures …
  --warehouse DIR     where a codebook of the warehouse is (NEEDLEPOINT_WAREHOUSE, else ./warehouse)
  --json              the same as JSON, with the first records as they stand`;

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			map: { type: 'string' },
			...mappingOptions,
			sheet: { type: 'string' },
			codebook: { type: 'string', multiple: true, default: [] },
			warehouse: { type: 'string' },
			json: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help || positionals.length === 0) {
		console.log(usage);
		return values.help ? 0 : 1;
	}
	const codebook = await loadCodebook(warehousePath(values.warehouse), values.codebook.map(userPath));
	const mapping = withOptions(await loadMapping(values.map), values);
	const files = await lookAtFiles(positionals.map(userPath), { mapping, codebook, sheet: values.sheet, memoryLimit: process.env['NEEDLEPOINT_MEMORY'] ?? '3GB' });
	if (values.json) console.log(JSON.stringify(files));
	else for (const { name, columns, notes, questions, missing } of files) {
		for (const { header, column, why } of columns) console.log(`${name}: ${header}: ${column ?? 'not read'} (${why})`);
		for (const line of [...notes, ...questions, ...missing.map((column) => `${name}: no column for ${column}`)]) console.log(line);
	}
	return 0;
});
