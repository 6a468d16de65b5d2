import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ExaminedFile } from '#lib/server/intake/examine-file.ts';
import { proposalInWords } from '#lib/server/intake/propose-mapping-words.ts';

/** Writes what was found out of files as one mapping, for a person to edit, and says what it was; a file that is there already stays as it is. */
export async function savedMap(path: string, files: readonly ExaminedFile[]): Promise<string> {
	const [first] = files;
	if (first === undefined) throw new Error('--save-map: there is no file to look at');
	const columns: Record<string, string[]> = {};
	for (const [name, headers] of files.flatMap(({ mapping }) => Object.entries(mapping.columns))) columns[name] = [...new Set([...(columns[name] ?? []), ...headers])];
	const values: Record<string, Record<string, string>> = {};
	for (const [name, words] of files.flatMap(({ mapping }) => Object.entries(mapping.values))) values[name] = { ...values[name], ...words };
	const mapping = { ...first.mapping, name: basename(path).replace(/\.json$/u, ''), columns, values };
	await writeFile(path, `${JSON.stringify(mapping, null, '\t')}\n`, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
		throw new Error(error.code === 'EEXIST' ? `--save-map: there is such a file already: ${path}` : `--save-map: cannot be written (${error.code ?? 'unknown'}): ${path}`);
	});
	const found = files.flatMap(({ name, proposal, notes, questions }) => [...(proposal === null ? [] : [proposalInWords(name, proposal)]), ...notes, ...questions]);
	return [...found, `wrote ${path}: look it over, then import with --map ${path}`].join('\n');
}
