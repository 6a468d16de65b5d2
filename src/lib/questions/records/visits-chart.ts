import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { count } from '#lib/charts/number.ts';
import { periodName } from '#lib/charts/period-name.ts';
import { text } from '#lib/charts/theme.ts';
import type { RecordsResult } from './result.ts';
import { clinicName } from './visits-words.ts';

type Cell = Readonly<{ column: number; row: number; n: number | null }>;
type Grid = Readonly<{ columns: readonly string[]; rows: readonly string[]; cells: readonly Cell[]; upright: boolean }>;

/** A year of columns is drawn with its numbers, more months than these only the newest. */
const mostMonths = 36;

/** So many clinics stand side by side on a phone. */
const mostClinics = 6;

/** How opaque an empty cell is, and how much more the fullest: text on it stays readable, by day and by night. */
const [least, reach] = [0.04, 0.42] as const;

/** A heat table of visits: clinics as rows and months as columns; on a phone the other way round, as far as clinics fit. */
export function visitsChart(visits: RecordsResult['visits'], size: Size): Plot.PlotOptions[] {
	const wide = size === 'wide';
	const { columns, rows, cells, upright } = gridOf(visits, !wide && visits.length <= mostClinics);
	const [width, marginLeft] = wide ? [860, 132] : [344, upright ? 60 : 104];
	const [rowHeight, marginTop] = [24, 62];
	const pixels = Math.min(72, (width - marginLeft - 4) / Math.max(1, columns.length));
	const most = Math.max(1, ...cells.map(({ n }) => n ?? 0));
	const stride = Math.ceil(14 / pixels);
	const at = { x: ({ column }: Cell) => column + 0.5, y: ({ row }: Cell) => row + 0.5 } as const;
	const numbered = pixels >= 8 + 6.6 * count(most).length;
	return [
		{
			...{ width, height: marginTop + rows.length * rowHeight + 4, marginLeft, marginRight: Math.max(0, width - marginLeft - columns.length * pixels), marginTop, marginBottom: 4 },
			x: { type: 'linear', domain: [0, Math.max(1, columns.length)], axis: null },
			y: { type: 'linear', domain: [Math.max(1, rows.length), 0], axis: null },
			marks: [
				Plot.rect(cells.filter(({ n }) => n !== null && n > 0), { x1: 'column', x2: ({ column }: Cell) => column + 1, y1: 'row', y2: ({ row }: Cell) => row + 1, fill: 'var(--heat)', fillOpacity: ({ n }: Cell) => least + (reach * (n ?? 0)) / most, inset: pixels > 8 ? 0.75 : 0 }),
				Plot.rect(cells.filter(({ n }) => n === 0), { x1: 'column', x2: ({ column }: Cell) => column + 1, y1: 'row', y2: ({ row }: Cell) => row + 1, fill: 'none', stroke: 'var(--rule)', inset: 1.5 }),
				Plot.dot(cells.filter(({ n }) => n === null), { ...at, r: 1.6, fill: 'var(--ink-3)' }),
				...(numbered ? [Plot.text(cells.filter(({ n }) => n !== null), { ...at, text: ({ n }: Cell) => count(n ?? 0), fontSize: text.small - 0.5, fill: 'var(--ink)' })] : []),
				Plot.text(rows.map((name, row) => ({ name, row })), { text: ({ name }: { name: string }) => short(name, (marginLeft - 8) / 6.4), y: ({ row }: { row: number }) => row + 0.5, frameAnchor: 'left', textAnchor: 'end', dx: -8, fontSize: text.small, fill: 'var(--ink)' }),
				Plot.text(columns.map((name, column) => ({ name, column })).filter(({ column }) => upright || column % stride === 0), {
					...{ text: ({ name }: { name: string }) => short(name, 9), x: ({ column }: { column: number }) => column + 0.5, frameAnchor: 'top', dy: -7, textAnchor: 'start', lineAnchor: 'middle', rotate: -90, fontSize: text.small, fill: 'var(--ink-2)' },
				}),
			],
		},
	];
}

function gridOf(visits: RecordsResult['visits'], upright: boolean): Grid {
	const clinics = visits.map(({ clinic }) => clinicName(clinic));
	const kept = visits.map(({ months }) => months.slice(-mostMonths));
	const months = (kept[0] ?? []).map(({ month }) => periodName(month));
	const cells = kept.flatMap((own, clinic) => own.map(({ visits: n }, month) => ({ column: upright ? clinic : month, row: upright ? month : clinic, n })));
	return upright ? { columns: clinics, rows: months, cells, upright } : { columns: months, rows: clinics, cells, upright };
}

function short(name: string, longest: number): string {
	return name.length <= longest ? name : `${name.slice(0, Math.max(1, Math.floor(longest) - 1)).trimEnd()}…`;
}
