import { currentSnapshot, type WarehouseFolder } from './folder.ts';

type Fault = Readonly<{ told: RegExp; words: (place: string) => string }>;

/** What a disk refuses, by the code that Node gives or the words that the engine has for it. */
const faults: readonly Fault[] = [
	{
		told: /ENOSPC|EDQUOT|EFBIG|no space left|disk quota|file too large|could not write all bytes|max_temp_directory_size|disk full/iu,
		words: (place) => `the disk is full: ${place} could not be written: free some room there`,
	},
	{ told: /EROFS|read-only file system/iu, words: (place) => `the disk is read-only: ${place} could not be written: name a folder that can be written to (--warehouse DIR)` },
	{ told: /EACCES|EPERM|permission denied|operation not permitted/iu, words: (place) => `no right to read and write ${place}: give this program that right, or name another folder (--warehouse DIR)` },
	{ told: /ENOTDIR|EEXIST|not a directory/iu, words: (place) => `${place} must be a folder, and is a file: move it away` },
	{ told: /EMFILE|ENFILE|too many open files/iu, words: () => 'too many files are open on this machine: close other programs' },
	{ told: /\bEIO\b|input\/output error/iu, words: (place) => `the disk failed: ${place}: check it` },
	{ told: /corrupt database file|could not read enough bytes|not a valid duckdb/iu, words: (place) => `the published snapshot is damaged (${place}): put it back from a backup` },
];

/** The error of an import as what to do about it, where the disk is the cause; any other as it is. */
export async function inPlainWords(folder: WarehouseFolder, error: unknown): Promise<unknown> {
	if (!(error instanceof Error)) return error;
	const cause = 'code' in error && typeof error.code === 'string' ? error.code : '';
	const engine = /^(IO Error|Out of Memory Error|Out Of Memory Error|FATAL Error|TransactionContext Error|Fatal Error|INTERNAL Error|Corruption)/u.test(error.message) ? error.message : '';
	const fault = faults.find(({ told }) => told.test(cause === '' ? engine : cause));
	if (fault === undefined) return error;
	const place = placeIn(error) ?? folder.root;
	const id = await currentSnapshot(folder).catch(() => undefined);
	return new Error(`${fault.words(place)}, then run this again${id === undefined ? '' : ` (snapshot ${id} is still published)`}`);
}

function placeIn(error: Error): string | undefined {
	if ('path' in error && typeof error.path === 'string') return error.path;
	return /"([^"\n]*\/[^"\n]*)"/u.exec(error.message)?.[1];
}
