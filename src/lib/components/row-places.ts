import type { Table } from '#lib/charts/drawing.ts';

/** Where in a drawing a row of its table is named, in units of the drawing; `row` counts the rows of the table from 0. */
export type RowPlace = Readonly<{ name: string; row: number; x: number; y: number }>;

/** The rows that a drawing names, from the top down, by the first column whose names it has most of. */
export function rowPlaces(svg: Element, { columns, rows }: Table): RowPlace[] {
	const texts = [...svg.querySelectorAll('text')].map((text) => ({ said: bare(text.textContent ?? ''), ...placeOf(text) }));
	const byColumn = columns.map((_, column) => namedIn(texts, rows.map((row) => row[column] ?? '')));
	return byColumn.reduce((best, places) => (places.length > best.length ? places : best), []);
}

/** A name that stands there more than once is nobody's place. */
function namedIn(texts: readonly Readonly<{ said: string; x: number; y: number }>[], names: readonly string[]): RowPlace[] {
	const places = names.flatMap((name, row) => {
		const found = texts.filter(({ said }) => /\p{L}/u.test(said) && said === bare(name));
		const [only] = found;
		return only === undefined || found.length > 1 || names.filter((each) => each === name).length > 1 ? [] : [{ name, row, x: only.x, y: only.y }];
	});
	return places.sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Lines of a text are put together without the spaces between them. */
function bare(text: string): string {
	return text.replace(/\s+/gu, '');
}

function placeOf(element: Element): Readonly<{ x: number; y: number }> {
	const [x, y] = /translate\((-?[\d.]+)[ ,]+(-?[\d.]+)/u.exec(element.getAttribute('transform') ?? '')?.slice(1).map(Number) ?? [];
	const above = element.parentElement === null ? { x: 0, y: 0 } : placeOf(element.parentElement);
	return { x: above.x + (x ?? 0), y: above.y + (y ?? 0) };
}
