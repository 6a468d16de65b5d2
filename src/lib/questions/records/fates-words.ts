import type { Table } from '#lib/charts/drawing.ts';
import { moment } from '#lib/charts/moment.ts';
import { count, plural } from '#lib/charts/number.ts';
import { roundedPercent } from '#lib/charts/rounded-percent.ts';
import type { ImportedFile } from './result.ts';

export const fatesTitle = 'What became of the records of each file';

/** Records by fate, of a file or of several together. */
export type Fates = Readonly<{ name: string; read: number; accepted: number; duplicates: number; rejected: number }>;

/** More files than these are drawn as one row. */
const mostFiles = 12;

/** All files first, where there are several; then the latest, and those before them as one. */
export function fatesOf(imports: readonly ImportedFile[]): Fates[] {
	const earlier = imports.slice(mostFiles);
	return [
		...(imports.length > 1 ? [summed(`All ${count(imports.length)} files`, imports)] : []),
		...imports.slice(0, mostFiles).map(({ file, read, accepted, duplicates, rejected }) => ({ name: file, read, accepted, duplicates, rejected })),
		...(earlier.length === 0 ? [] : [summed(plural(earlier.length, 'earlier file'), earlier)]),
	];
}

export function fatesSentence(imports: readonly ImportedFile[]): string {
	const { read, accepted, duplicates, rejected } = summed('', imports);
	if (read === 0) return 'No record has been read.';
	return `${plural(read, 'record')} read from ${plural(imports.length, 'file')} = ${count(accepted)} accepted + ${plural(duplicates, 'duplicate')} + ${count(rejected)} refused: ${rejected === 0 ? 'none' : roundedPercent(rejected / read)} refused.`;
}

export function fatesLabel(rows: readonly Fates[], synthetic: boolean): string {
	const said = rows.map(({ name, read, accepted, duplicates, rejected }) => `${name}: ${count(read)} read, ${count(accepted)} accepted, ${plural(duplicates, 'duplicate')}, ${count(rejected)} refused`);
	return `${synthetic ? 'Synthetic data. ' : ''}${fatesTitle}. ${said.join('; ')}.`;
}

export const fatesNotes = [
	'Blue-green: accepted. Grey: duplicates, which are kept once. Orange: refused. No part is drawn narrower than can be seen.',
	'A visit that several files tell counts in each of them, so that accepted records may outnumber the visits in the data.',
	'Every record read is one of the three. Refused ones wait in a quarantine file with file, line, field and reason.',
] as const;

export function fatesTable(imports: readonly ImportedFile[]): Table {
	return {
		caption: 'Files imported into this snapshot, the latest first: accepted, duplicate and refused records add up to those read',
		columns: ['File', 'Imported', 'SHA-256', 'Read', 'Accepted', 'Duplicates', 'Refused'],
		rows: [
			...imports.map((each) => [each.file, moment(each.importedAt), each.sha256.slice(0, 12), ...numbers(each)]),
			...(imports.length > 1 ? [['All files', '–', '–', ...numbers(summed('', imports))]] : []),
		],
	};
}

function numbers({ read, accepted, duplicates, rejected }: Omit<Fates, 'name'>): string[] {
	return [read, accepted, duplicates, rejected].map(count);
}

function summed(name: string, imports: readonly ImportedFile[]): Fates {
	const total = (of: (file: ImportedFile) => number) => imports.reduce((sum, file) => sum + of(file), 0);
	return { name, read: total(({ read }) => read), accepted: total(({ accepted }) => accepted), duplicates: total(({ duplicates }) => duplicates), rejected: total(({ rejected }) => rejected) };
}
