import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { extendCodebook } from '#lib/codebook/extend-codebook.ts';
import type { Codebook } from '#lib/codebook/schema.ts';
import { warehouseFolder } from '../warehouse/folder.ts';

/** The codebook with the warehouse's own `codebook.json`, where there is one, and then the files named laid over it. */
export async function loadCodebook(warehouse: string, files: readonly string[]): Promise<Codebook> {
	const own = warehouseFolder(warehouse).codebook;
	const present = existsSync(own) ? [own] : [];
	let codebook = defaultCodebook;
	for (const file of [...present, ...files]) codebook = await laidOver(codebook, file);
	return codebook;
}

async function laidOver(codebook: Codebook, file: string): Promise<Codebook> {
	const name = basename(file);
	try {
		return extendCodebook(codebook, [JSON.parse(await readFile(file, 'utf8'))]);
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		throw new Error(said.split('\n').map((line) => `${name}: ${line}`).join('\n'));
	}
}
