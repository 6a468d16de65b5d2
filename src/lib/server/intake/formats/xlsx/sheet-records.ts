import { matchHeaders, type Mapping } from '../../mapping.ts';
import { columnLetters } from './cell-reference.ts';
import { unsolved, type Row } from './sheet-rows.ts';

/** A record of a converted file: its values by column, its place, and why it cannot be one. */
export type ConvertedRecord = Readonly<Record<string, string | number | null>>;

/** The records below a sheet's header. A record that shows an error in a column that the import reads is refused with the cell. */
export async function* sheetRecords(rows: AsyncIterable<Row>, header: Row, place: string, mapping: Mapping): AsyncGenerator<ConvertedRecord> {
	const names = columnNames(header);
	const columns = [...names.keys()];
	const matched = matchHeaders([...new Set([...names.values()].map((name) => name.trim()))], mapping);
	const ignored = new Set(matched.ignored);
	for await (const { number, cells } of rows) {
		if (number <= header.number) continue;
		const wrong = cells.find(({ column, error }) => error && !ignored.has((names.get(column) ?? '').trim()) && names.has(column));
		const refused = wrong === undefined ? null : `cell ${columnLetters(wrong.column)}${number} shows ${shown(wrong.text)}: put the value there, or empty it`;
		const values = new Map(cells.map(({ column, text, number: isNumber }) => [column, isNumber ? Number(text) : text]));
		const unnamed = cells.filter(({ column }) => !names.has(column)).map(({ column, text }) => [`column ${columnLetters(column)}`, text]);
		const named = columns.map((column) => [names.get(column) ?? '', values.get(column) ?? null]);
		yield { '@place': `${place}${number}`, '@refused': refused, ...Object.fromEntries([...named, ...unnamed]) };
	}
}

function shown(text: string): string {
	return text === unsolved || /^#[A-Z0-9/!?_]{1,20}$/u.test(text) ? text : 'an error';
}

/** Names of the columns; of two of one name, the second has a blank behind it, so that both are seen. */
function columnNames({ cells }: Row): ReadonlyMap<number, string> {
	const names = new Map<number, string>();
	const taken = new Set<string>();
	for (const { column, text } of cells.toSorted((a, b) => a.column - b.column)) {
		let name = text.replaceAll(/\s+/gu, ' ').trim().replace(/^@/u, '');
		while (taken.has(name)) name += ' ';
		taken.add(name);
		names.set(column, name);
	}
	return names;
}
