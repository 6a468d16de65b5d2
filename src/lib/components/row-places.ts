import type { Table } from '#lib/charts/drawing.ts';
import { rowNames } from '#lib/charts/row-names.ts';

/** Where in a drawing a row of its table is named or drawn, in units of the drawing; `row` counts the rows of the table from 0, `columns` are those that `name` is of. */
export type RowPlace = Readonly<{ name: string; row: number; columns: readonly number[]; by: 'name' | 'mark'; x: number; y: number }>;

/** The rows that the marks of a drawing say they show, in the order of the table; else those that it names, from the top down, by the first column whose names it has most of. */
export function rowPlaces(svg: Element, table: Table): RowPlace[] {
	const marked = markedIn(svg, table);
	if (marked.length > 0) return marked;
	const texts = [...svg.querySelectorAll('text')].map((text) => ({ said: bare(text.textContent ?? ''), ...placeOf(text) }));
	const byColumn = table.columns.map((_, column) => namedIn(texts, table.rows.map((row) => row[column] ?? ''), column));
	return byColumn.reduce((best, places) => (places.length > best.length ? places : best), []);
}

function markedIn(svg: Element, table: Table): RowPlace[] {
	const { names, columns } = rowNames(table);
	const places = [...svg.querySelectorAll('[data-row]')].map((mark) => {
		const row = Number(mark.getAttribute('data-row'));
		return { name: names[row] ?? '', row, columns: Array.from({ length: columns }, (_, column) => column), by: 'mark' as const, ...placeOf(mark) };
	});
	return places.sort((a, b) => a.row - b.row);
}

/** A name that stands there more than once is nobody's place. */
function namedIn(texts: readonly Readonly<{ said: string; x: number; y: number }>[], names: readonly string[], column: number): RowPlace[] {
	const places = names.flatMap((name, row) => {
		const found = texts.filter(({ said }) => /\p{L}/u.test(said) && said === bare(name));
		const [only] = found;
		return only === undefined || found.length > 1 || names.filter((each) => each === name).length > 1 ? [] : [{ name, row, columns: [column], by: 'name' as const, x: only.x, y: only.y }];
	});
	return places.sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Lines of a text are put together without the spaces between them. */
function bare(text: string): string {
	return text.replace(/\s+/gu, '');
}

/** The middle of a circle or a box, else where it is moved to. */
function placeOf(element: Element): Readonly<{ x: number; y: number }> {
	const number = (name: string) => Number(element.getAttribute(name) ?? 0);
	const [x, y] = /translate\((-?[\d.]+)[ ,]+(-?[\d.]+)/u.exec(element.getAttribute('transform') ?? '')?.slice(1).map(Number) ?? [];
	const own = element.localName === 'circle' ? { x: number('cx'), y: number('cy') } : element.localName === 'rect' ? { x: number('x') + number('width') / 2, y: number('y') + number('height') / 2 } : { x: 0, y: 0 };
	const above = element.parentElement === null ? { x: 0, y: 0 } : placeOf(element.parentElement);
	return { x: above.x + own.x + (x ?? 0), y: above.y + own.y + (y ?? 0) };
}
