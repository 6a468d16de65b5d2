import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sha256 } from '#lib/server/sha256.ts';
import { importInto } from '../intake/import-into.ts';

let patients = 0;

/** Imports so many patients with knee pain of three visits each; a third of them ends at `last`, a third a little better, a third worse. */
export async function importPatients(folder: string, count: number, last: number): Promise<void> {
	await pause(2);
	const lines = Array.from({ length: count }, (_, index) => {
		patients += 1;
		const first = 6 + (index % 2);
		return [first, 5 + (index % 4), [last, first - 1, first + 1][index % 3]].map((pain, visit) => `P${patients},knee pain,${visit + 1},${pain},2025-0${1 + (index % 6)}-${10 + visit}`);
	});
	await importInto(folder, { 'a.csv': ['patient_id,condition,session_number,pain_before,session_date', ...lines.flat()] });
}

/** Writes a pack with some of its files in other words; `consistent` has the manifest say so too. */
export async function rewritten(folder: string, bytes: Uint8Array, change: (files: Record<string, Uint8Array>) => void, consistent = false): Promise<string> {
	const files = unzipSync(bytes);
	change(files);
	if (consistent) {
		const manifest: unknown = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
		const listed = Object.entries(files).filter(([name]) => name !== 'manifest.json').map(([name, content]) => ({ name, bytes: content.length, sha256: sha256(content) }));
		files['manifest.json'] = strToU8(JSON.stringify({ ...Object(manifest), files: listed }));
	}
	return written(folder, zipSync(files));
}

/** Writes bytes as a file of their own. */
export async function written(folder: string, bytes: Uint8Array): Promise<string> {
	patients += 1;
	const path = join(folder, `pack-${patients}.zip`);
	await writeFile(path, bytes);
	return path;
}
