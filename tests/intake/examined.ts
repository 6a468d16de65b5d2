import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { examineFile, type ExaminedFile } from '#lib/server/intake/examine-file.ts';
import { openSources } from '#lib/server/intake/formats/open-sources.ts';
import type { Mapping } from '#lib/server/intake/mapping.ts';
import { shippedMappings } from '#lib/server/intake/shipped-mappings.ts';
import { openEngine } from '#lib/server/warehouse/database.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeFiles } from './write-files.ts';

/** What is found out of one file before it is read, on 23 November 2026. */
export async function examined(name: string, content: string | Buffer | readonly string[], given: Partial<Mapping> = {}, propose = false, codebook = defaultCodebook): Promise<ExaminedFile> {
	const folder = await temporaryFolder();
	const [path = ''] = await writeFiles(folder, { [name]: content });
	const mapping = { name: 'none', columns: {}, values: {}, ...given };
	const [source] = await openSources([path], { folder, codebook, mapping, memoryLimit: '1GB' });
	if (source === undefined) throw new Error('one file is one source');
	const engine = await openEngine();
	const db = await engine.connect();
	const options = { codebook, shipped: await shippedMappings(), today: '2026-11-23', propose, whole: [] };
	const file = await examineFile(db, source, mapping, options).finally(() => {
		db.closeSync();
		engine.closeSync();
	});
	return file;
}
