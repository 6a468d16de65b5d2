import type { Proposal } from './propose-mapping.ts';

/** A proposal as a table to read, and what to do with it. */
export function proposalInWords(name: string, { columns, missing }: Proposal): string {
	const lines = columns.map(({ header, column, why, example }) => [header === '' ? '(no name)' : header, column ?? 'not read', example === null ? why : `${why}, such as ${example}`]);
	const width = (place: number) => Math.max(...lines.map((line) => line[place]?.length ?? 0));
	const [first, second] = [width(0), width(1)];
	const table = lines.map(([header = '', column = '', why = '']) => `  ${header.padEnd(first)}  ${column === 'not read' ? '  ' : '->'} ${column.padEnd(second)}  ${why}`.trimEnd());
	const todo =
		missing.length === 0
			? '--map auto accepts this; --save-map FILE writes it as a mapping to edit, for --map FILE'
			: `no column for ${missing.join(', nor for ')}: name it in a mapping (--save-map FILE writes one to edit, for --map FILE), or say --constant COLUMN=VALUE where it is the same for every row`;
	return [`${name}: its columns have names that are not those of the data dictionary; they seem to be:`, ...table, todo].join('\n');
}
