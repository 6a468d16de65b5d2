import { open } from 'node:fs/promises';
import { csvParse } from 'd3-dsv';
import type { Codebook } from '#lib/codebook/schema.ts';
import { fields, type FieldName } from '#lib/record/fields.ts';
import type { FirstValues } from '../first-values.ts';
import { textKind } from '../identifier-sql.ts';
import type { LookedFile } from '../looked-file.ts';
import { codebookWords, exampleOf, fitOf, sampleOf, type Words } from '../propose-mapping-values.ts';
import { columnOf, type Choices } from './choices.ts';

/** A cell as a person may see it: `text` is what is read, and null where that could identify somebody, or is free text; `written` what the file says, where that differs. */
type Cell = Readonly<{ text: string | null; written: string | undefined; problem: string | undefined }>;

/** The first records of a file under the columns that they are read as, with what is wrong beside what it is wrong with. */
export type Preview = Readonly<{ name: string; columns: readonly Readonly<{ column: FieldName; header: string }>[]; records: readonly Readonly<{ place: string; cells: readonly Cell[]; problems: readonly string[] }>[] }>;

type Fault = Readonly<{ place: string; field: string; reason: string }>;

type Known = Readonly<{ chosen: Choices; faults: readonly Fault[]; read: FirstValues; words: Words }>;

/** So much of a quarantine file is read for the first records of files. */
const mostRead = 4_000_000;

export async function previewOf(files: readonly LookedFile[], { chosen, quarantine, read, codebook }: Readonly<{ chosen: Choices; quarantine: string | null; read: FirstValues; codebook: Codebook }>): Promise<Preview[]> {
	const faults = quarantine === null ? [] : await faultsIn(quarantine);
	const words = codebookWords(codebook);
	return files.map((file) => previewFile(file, { chosen, faults, read, words }));
}

function previewFile(file: LookedFile, { chosen, faults, read, words }: Known): Preview {
	const columns = file.columns.flatMap((each, index) => {
		const field = fields.find(({ name }) => name === columnOf(chosen, each));
		return field === undefined ? [] : [{ column: field.name, header: each.header, index, hidden: file.identifying.some(({ header }) => header === each.header) }];
	});
	return {
		name: file.name,
		columns: columns.map(({ column, header }) => ({ column, header })),
		records: file.records.map(({ place, cells }) => {
			const own = faults.filter((fault) => fault.place === place);
			const values = read.find((record) => record.place === place)?.values ?? {};
			return {
				place: place.startsWith(`${file.name}:`) ? place.slice(file.name.length + 1) : place,
				cells: columns.map(({ column, index, hidden }) => {
					const problem = own.find(({ field }) => field === column)?.reason;
					const cell = cells[index] ?? '';
					if (hidden || textKind(column) !== undefined) return { text: cell.trim() === '' ? '' : null, written: undefined, problem };
					const written = shown(column, cell, words, file.values[column]);
					return { ...seen(problem === undefined ? values[column] : undefined, written), problem };
				}),
				problems: own.filter(({ field }) => !columns.some(({ column }) => column === field)).map(({ reason }) => reason),
			};
		}),
	};
}

/** What is read of a cell, and what stands there where that is something else; what was refused stands as it is. */
function seen(read: string | null | undefined, written: string | null): Omit<Cell, 'problem'> {
	if (read === undefined) return { text: written, written: undefined };
	const same = written === null || written === (read ?? '') || (read !== null && Number(written) === Number(read));
	return { text: read ?? '', written: same ? undefined : written };
}

/** Numbers, dates, yes and no and words that are known can be shown; all else might be somebody's. */
function shown(column: FieldName, cell: string, words: Words, known: Readonly<Record<string, string>> = {}): string | null {
	const text = cell.trim();
	if (text === '' || text in known) return text;
	const { type } = fields.find(({ name }) => name === column) ?? { type: 'text' };
	const sample = sampleOf([text]);
	if (type === 'date' || type === 'boolean') return text.length <= 20 && fitOf(column, sample, words) === 1 ? text : null;
	return exampleOf(column, sample, words);
}

async function faultsIn(path: string): Promise<Fault[]> {
	const handle = await open(path, 'r').catch(() => undefined);
	if (handle === undefined) return [];
	try {
		const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(mostRead) });
		const text = buffer.subarray(0, bytesRead).toString();
		const whole = bytesRead < mostRead ? text : text.slice(0, text.lastIndexOf('\n'));
		return csvParse(whole).map(({ file = '', line = '', field = '', reason = '' }) => ({ place: `${file}:${line}`, field, reason }));
	} finally {
		await handle.close();
	}
}
