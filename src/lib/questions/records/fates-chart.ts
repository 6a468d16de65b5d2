import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { count } from '#lib/charts/number.ts';
import { text } from '#lib/charts/theme.ts';
import type { Fates } from './fates-words.ts';

type Part = Readonly<{ from: number; to: number; row: number; fill: string }>;

const rowHeight = 40;

/** How narrow a part may be drawn that is not empty. */
const fewestPixels = 3;

/** A row a file: its name and numbers, and below them a bar as long as its records, parted by what became of them. */
export function fatesChart(rows: readonly Fates[], size: Size): Plot.PlotOptions[] {
	const width = size === 'wide' ? 860 : 344;
	const most = Math.max(1, ...rows.map(({ read }) => read));
	const bars = rows.flatMap((each, row) => parts(each, row, most, width));
	const line = { y: (_: Fates, row: number) => row + 0.32, fontSize: text.small } as const;
	return [
		{
			...{ width, height: rows.length * rowHeight + 6, marginLeft: 0, marginRight: 0, marginTop: 0, marginBottom: 6 },
			x: { type: 'linear', domain: [0, width], axis: null },
			y: { type: 'linear', domain: [rows.length, 0], axis: null },
			marks: [
				Plot.text(rows, { ...line, text: ({ name }: Fates) => short(name, size === 'wide' ? 60 : 21), frameAnchor: 'left', textAnchor: 'start', fill: 'var(--ink)', fontWeight: 550 }),
				Plot.text(rows, { ...line, text: (each: Fates) => numbers(each, size), frameAnchor: 'right', textAnchor: 'end', fill: 'var(--ink-2)' }),
				Plot.rect(bars, { x1: 'from', x2: 'to', y1: ({ row }: Part) => row + 0.55, y2: ({ row }: Part) => row + 0.86, fill: 'fill' }),
			],
		},
	];
}

function parts({ accepted, duplicates, rejected, read }: Fates, row: number, most: number, width: number): Part[] {
	const end = Math.max(fewestPixels, (width * read) / most);
	const refused = rejected === 0 ? 0 : Math.max(fewestPixels, (width * rejected) / most);
	const twice = duplicates === 0 ? 0 : Math.max(fewestPixels, (width * duplicates) / most);
	const [first, second] = [Math.max(0, end - refused - twice), Math.max(0, end - refused)];
	return [
		...(accepted === 0 ? [] : [{ from: 0, to: first, row, fill: 'var(--adjusted)' }]),
		...(duplicates === 0 ? [] : [{ from: first, to: second, row, fill: 'var(--count)' }]),
		...(rejected === 0 ? [] : [{ from: second, to: end, row, fill: 'var(--plain)' }]),
	];
}

function numbers({ read, duplicates, rejected }: Fates, size: Size): string {
	return size === 'wide' ? `${count(read)} read, ${count(duplicates)} duplicate, ${count(rejected)} refused` : `${count(read)} read, ${count(rejected)} refused`;
}

function short(name: string, longest: number): string {
	return name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`;
}
