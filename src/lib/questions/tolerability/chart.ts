import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { count, decimal } from '#lib/charts/number.ts';
import { panelTitle, text } from '#lib/charts/theme.ts';
import { withheld } from '#lib/charts/withheld.ts';
import type { Spread } from './result.ts';
import type { Soreness } from './words.ts';

type Row = Soreness & Readonly<{ y: number }>;
type Shown = Readonly<{ spread: Spread; whole: boolean; y: number }>;

/** Mean hours of soreness with the interval that allows for clustering, over the middle half of the visits, a row a body region. */
export function sorenessChart(regions: readonly Soreness[], size: Size): Plot.PlotOptions[] {
	const wide = size === 'wide';
	const line = wide ? 31 : 33;
	const rows = regions.map((region, index) => ({ ...region, y: (index + 0.5) * line }));
	const shown = rows.flatMap(({ spread, whole, y }) => (spread === null ? [] : [{ spread, whole, y }]));
	const height = Math.max(1, rows.length) * line + 4;
	const last = Math.max(48, ...shown.map(({ spread }) => Math.max(spread.q3 ?? 0, spread.robust?.upper ?? spread.mean ?? 0))) * 1.05;
	const marginLeft = Math.max(wide ? 138 : 84, ...rows.map(({ name }) => name.length * 7.2 + 14));
	const frame = { ...(wide ? { width: 860, marginLeft, marginRight: 168 } : { width: 344, marginLeft, marginRight: 50 }), marginTop: 36, marginBottom: 44, height: 36 + height + 44 };
	const right = { frameAnchor: 'right', textAnchor: 'end', dx: frame.marginRight - 4, y: 'y', fontSize: text.small } as const;
	const hours = Array.from({ length: Math.floor(last / 12) + 1 }, (_, index) => index * 12);
	return [
		{
			...frame,
			x: { type: 'linear', domain: [0, last], axis: null },
			y: { type: 'linear', domain: [height, 0], axis: null },
			marks: [
				Plot.gridX(hours, { stroke: 'var(--grid)', strokeOpacity: 1 }),
				Plot.ruleX(hours.filter((each) => each > 0 && each % 24 === 0), { stroke: 'var(--rule)' }),
				...shown.flatMap((row) => marksOf(row, wide ? 4 : 3)),
				panelTitle('Body region', frame),
				Plot.text([wide ? 'mean hours · visits' : 'visits'], { frameAnchor: 'top-right', textAnchor: 'end', dx: frame.marginRight - 4, dy: 12 - frame.marginTop, fontSize: text.normal, fill: 'var(--ink-2)' }),
				Plot.text(rows, { frameAnchor: 'left', textAnchor: 'start', dx: 4 - frame.marginLeft, y: 'y', text: 'name', fontSize: text.normal, fontWeight: 620, fill: 'var(--ink)' }),
				...(wide ? [Plot.text(shown, { ...right, dx: 72, text: ({ spread }: Shown) => decimal(spread.mean ?? 0), fontWeight: 620, fill: 'var(--ink)' })] : []),
				Plot.text(shown, { ...right, text: ({ spread }: Shown) => (spread.n === null ? 'n withheld' : `${wide ? 'n ' : ''}${count(spread.n)}`), fill: 'var(--ink-2)' }),
				Plot.text(rows.filter(({ spread }) => spread === null), { y: (row: Row) => row.y, frameAnchor: 'left', textAnchor: 'start', dx: 8, text: () => withheld, fontSize: text.small, fill: 'var(--ink-2)' }),
				Plot.axisX(hours.filter((each) => each % (wide ? 12 : 24) === 0), { tickFormat: 'd', tickSize: 0, tickPadding: 7, label: null, fill: 'var(--ink-2)', fontSize: text.small }),
				Plot.text(['hours until soreness was gone · lower is better'], { frameAnchor: 'bottom', dy: 36, fill: 'var(--ink-2)', fontSize: text.small }),
			],
		},
	];
}

function marksOf({ spread, whole, y }: Shown, r: number): Plot.Markish[] {
	const { mean, robust, q1, q3 } = spread;
	const colour = whole ? 'var(--ink-2)' : 'var(--adjusted)';
	return [
		...(q1 === null || q3 === null ? [] : [Plot.rect([spread], { x1: q1, x2: q3, y1: y - 6, y2: y + 6, fill: colour, fillOpacity: 0.2 })]),
		...(robust === null ? [] : [Plot.ruleY([robust], { x1: 'lower', x2: 'upper', y, stroke: colour, strokeWidth: 2.4 })]),
		...(mean === null ? [] : [Plot.dot([spread], { x: mean, y, r, fill: colour })]),
	];
}
