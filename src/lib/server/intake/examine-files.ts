import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Codebook } from '#lib/codebook/schema.ts';
import { openEngine } from '../warehouse/database.ts';
import { examineFile, type ExaminedFile } from './examine-file.ts';
import { openSources } from './formats/open-sources.ts';
import type { Mapping } from './mapping.ts';
import { shippedMappings } from './shipped-mappings.ts';

export type Examining = Readonly<{ mapping: Mapping; codebook: Codebook; sheet?: string | undefined; memoryLimit: string }>;

/**
 * Finds out how files can be read, and imports nothing: what their columns seem to be, what their values make plain, and what a person
 * must settle. What then becomes of their records, a dry run of the import tells.
 */
export async function examineFiles(files: readonly string[], { mapping, codebook, sheet, memoryLimit }: Examining): Promise<ExaminedFile[]> {
	const folder = await mkdtemp(join(tmpdir(), 'needlepoint-'));
	const engine = await openEngine({ memory_limit: memoryLimit, temp_directory: folder });
	const db = await engine.connect();
	try {
		const options = { codebook, shipped: await shippedMappings(), today: new Date().toISOString().slice(0, 10), propose: true, whole: [] };
		const examined: ExaminedFile[] = [];
		for (const source of await openSources(files, { folder, codebook, mapping, sheet, memoryLimit })) examined.push(await examineFile(db, source, mapping, options));
		return examined;
	} finally {
		db.closeSync();
		engine.closeSync();
		await rm(folder, { recursive: true, force: true });
	}
}
