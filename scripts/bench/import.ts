import { rm } from 'node:fs/promises';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { importFiles } from '#lib/server/intake/import-files.ts';
import { loadMapping } from '#lib/server/intake/load-mapping.ts';
import { stopwatch } from './stopwatch.ts';

const [sample = '', warehouse = ''] = process.argv.slice(2);
const mapping = await loadMapping(undefined);
await rm(warehouse, { recursive: true, force: true });
const watch = stopwatch();
const { read, outcome } = await importFiles(
	{ files: [sample], warehouse, codebook: defaultCodebook, mapping, episodeGap: 90, datePrecision: 'month', dryRun: false, memoryLimit: '3GB' },
	watch.step,
);
if (outcome !== 'published') throw new Error(`the import was to be published: ${outcome}`);
console.log(JSON.stringify(watch.read(read)));
