import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packedFiles } from './make/packed-files.ts';
import { parquetFiles } from './make/parquet-files.ts';
import { textFiles } from './make/text-files.ts';
import { workbookFiles } from './make/workbook-files.ts';

/** Writes the files of the corpus that no editor could: node --import ./scripts/loader/register.mjs tests/intake/corpus/make.ts */
const folder = join(import.meta.dirname, 'files');
for (const [name, content] of Object.entries({ ...textFiles, ...workbookFiles, ...packedFiles })) {
	const path = join(folder, name);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, content);
}
await parquetFiles(folder);
