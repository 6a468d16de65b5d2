import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { text } from '#lib/charts/theme.ts';
import type { MissingCell, MissingGrid } from './missing-words.ts';

type Cell = MissingCell & Readonly<{ column: number; row: number }>;

const rowHeight = 21;

/** How opaque a cell is where nothing is missing, and how much more where all is: text on it stays readable, by day and by night. */
const [least, reach] = [0.04, 0.46] as const;

/** A heat table of what is missing: a row a field, all visits in the first column, and a column a group. */
export function missingChart({ columns, rows, by }: MissingGrid, size: Size): Plot.PlotOptions[] {
	const wide = size === 'wide';
	const [width, marginLeft] = wide ? [860, 196] : [344, 128];
	const upright = by === 'clinic' && columns.length <= (wide ? 7 : 3);
	const marginTop = upright ? 26 : 78;
	const height = marginTop + Math.max(1, rows.length) * rowHeight + 4;
	const pixels = Math.min(64, (width - marginLeft - 6) / columns.length);
	const cells = rows.flatMap((each, row) => each.cells.map((cell, column) => ({ ...cell, column, row })));
	const shown = cells.filter(({ share }) => share !== null);
	const at = { x: ({ column }: Cell) => column + 0.5, y: ({ row }: Cell) => row + 0.5 } as const;
	const labels = columns.map((name, column) => ({ name, column })).filter(({ column }) => column === 0 || by === 'clinic' || (column > 14 / pixels && column % Math.ceil(14 / pixels) === 0));
	return [
		{
			...{ width, height, marginLeft, marginRight: width - marginLeft - columns.length * pixels, marginTop, marginBottom: 4 },
			x: { type: 'linear', domain: [0, columns.length], axis: null },
			y: { type: 'linear', domain: [Math.max(1, rows.length), 0], axis: null },
			marks: [
				Plot.rect(shown, { x1: 'column', x2: ({ column }: Cell) => column + 1, y1: 'row', y2: ({ row }: Cell) => row + 1, fill: 'var(--heat)', fillOpacity: ({ share }: Cell) => least + reach * (share ?? 0), inset: pixels > 8 ? 0.75 : 0 }),
				Plot.dot(cells.filter(({ suppressed }) => suppressed), { ...at, r: 1.6, fill: 'var(--ink-3)' }),
				...(pixels < 22 ? [] : [Plot.text(shown, { ...at, text: ({ share }: Cell) => percentText(share ?? 0), fontSize: text.small, fill: 'var(--ink)' })]),
				Plot.ruleX([1], { stroke: 'var(--ink-2)', strokeWidth: 1 }),
				Plot.text(rows.map(({ field }, row) => ({ field, row })), { text: ({ field }: { field: string }) => short(field, wide ? 40 : 20), y: ({ row }: { row: number }) => row + 0.5, frameAnchor: 'left', textAnchor: 'end', dx: -8, fontSize: text.small, fill: 'var(--ink)' }),
				Plot.text(labels, { text: ({ name }: { name: string }) => short(name, upright ? pixels / 6 : 12), x: ({ column }: { column: number }) => column + 0.5, frameAnchor: 'top', dy: upright ? -10 : -7, textAnchor: upright ? 'middle' : 'start', lineAnchor: 'middle', rotate: upright ? 0 : -90, fontSize: text.small, fill: 'var(--ink-2)' }),
			],
		},
	];
}

function percentText(share: number): string {
	return share > 0 && share < 0.005 ? '<1' : share < 1 && share > 0.995 ? '>99' : (100 * share).toFixed(0);
}

function short(name: string, longest: number): string {
	return name.length <= longest ? name : `${name.slice(0, Math.max(1, Math.floor(longest) - 1)).trimEnd()}…`;
}
