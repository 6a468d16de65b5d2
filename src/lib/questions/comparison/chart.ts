import * as Plot from '@observablehq/plot';
import type { Measure } from '#lib/codebook/schema.ts';
import type { Size } from '#lib/charts/drawing.ts';
import { wrapped } from '#lib/charts/line-labels.ts';
import { signed } from '#lib/charts/number.ts';
import { panelTitle, text, type Frame } from '#lib/charts/theme.ts';
import { differenceText, digitsOf, kinds, sidesOfZero, type Block, type Forest, type Kind } from './words.ts';
import type { Difference } from './result.ts';

export const looks = {
	unadjusted: { colour: 'var(--plain)', fill: 'var(--paper)', symbol: 'circle' },
	ancova: { colour: 'var(--series-3)', fill: 'var(--series-3)', symbol: 'square' },
	weighted: { colour: 'var(--adjusted)', fill: 'var(--adjusted)', symbol: 'circle' },
} as const;

type Row = Readonly<{ kind: Kind; difference: Difference; pooled: boolean; y: number }>;
type Placed = Readonly<{ block: Block; top: number; rows: readonly Row[] }>;

/** Conditions under one another, each with its three differences; what they come to together at the foot, as diamonds. */
export function forestChart(forest: Forest, measure: Measure, size: Size): Plot.PlotOptions[] {
	const wide = size === 'wide';
	const { placed, height } = place(forest.blocks, wide);
	const rows = placed.flatMap((each) => each.rows);
	const { below, above } = sidesOfZero(forest, measure);
	const sides = [`← better last scores with\n${wrapped(below).join('\n')}`, `better last scores with →\n${wrapped(above).join('\n')}`] as const;
	const foot = 36 + Math.max(...sides.map((words) => words.split('\n').length)) * 15;
	const margins = wide ? { width: 860, marginLeft: Math.min(340, Math.max(272, ...forest.blocks.map(({ name }) => name.length * 7.4 + 124))), marginRight: 160 } : { width: 344, marginLeft: 76, marginRight: 44 };
	const frame = { ...margins, marginTop: 40, marginBottom: foot, height: 40 + height + foot };
	const shown = placed.find(({ block }) => block.pooled);
	return [
		{
			...frame,
			x: { type: 'linear', domain: domainOf(rows), axis: null },
			y: { type: 'linear', domain: [height, 0], axis: null },
			marks: [
				Plot.gridX({ ticks: wide ? 7 : 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
				Plot.ruleX([0], { stroke: 'var(--ink-2)', strokeWidth: 1.2 }),
				...(shown === undefined ? [] : [Plot.ruleY([shown.top - 10], { stroke: 'var(--rule)', insetLeft: -frame.marginLeft, insetRight: -frame.marginRight })]),
				...marksOf(rows),
				...headings(placed, measure, frame, wide),
				...labels(rows, measure, frame, wide),
				Plot.axisX({ ticks: wide ? 7 : 5, tickFormat: (value: number) => signed(value, Number.isInteger(value) ? 0 : 1), tickSize: 0, tickPadding: 8, label: null, fill: 'var(--ink-2)', fontSize: text.small }),
				side(sides[0], 'end', wide),
				side(sides[1], 'start', wide),
			],
		},
	];
}

function place(blocks: readonly Block[], wide: boolean): { placed: Placed[]; height: number } {
	const [line, head, gap] = wide ? [21, 0, 17] : [19, 20, 14];
	const placed: Placed[] = [];
	let top = 4;
	for (const block of blocks) {
		const start = top + (block.pooled ? 8 : 0);
		placed.push({ block, top: start, rows: block.differences.map((each, index) => ({ ...each, pooled: block.pooled, y: start + head + (index + 0.5) * line })) });
		top = start + head + Math.max(2, block.differences.length) * line + gap;
	}
	return { placed, height: Math.max(40, top) };
}

/** Zero stands in the middle, so that neither side looks the larger for its room. */
function domainOf(rows: readonly Row[]): [number, number] {
	const reach = Math.max(0.5, ...rows.flatMap(({ difference: { lower, upper } }) => [Math.abs(lower), Math.abs(upper)])) * 1.06;
	return [-reach, reach];
}

function marksOf(rows: readonly Row[]): Plot.Markish[] {
	return [
		...rows.filter(({ pooled }) => !pooled).flatMap(({ kind, difference, y }) => [
			Plot.ruleY([difference], { y, x1: 'lower', x2: 'upper', stroke: looks[kind].colour, strokeWidth: 1.8 }),
			Plot.dot([difference], { y, x: 'estimate', r: 4.4, symbol: looks[kind].symbol, fill: looks[kind].fill, stroke: looks[kind].colour, strokeWidth: 1.8 }),
		]),
		...rows.filter(({ pooled }) => pooled).map(({ kind, difference: { lower, estimate, upper }, y }) => {
			const corners = [[lower, y], [estimate, y - 7], [upper, y], [estimate, y + 7]] as const;
			return Plot.line(corners, { x: '0', y: '1', curve: 'linear-closed', fill: looks[kind].colour, stroke: looks[kind].colour, strokeWidth: 1 });
		}),
	];
}

function headings(placed: readonly Placed[], measure: Measure, frame: Frame, wide: boolean): Plot.Markish[] {
	const common = { frameAnchor: 'left', textAnchor: 'start', dx: 4 - frame.marginLeft } as const;
	return [
		panelTitle(wide ? 'Condition' : 'Condition and episodes', frame),
		Plot.text([wide ? `difference in ${measure.unit} (95\u00a0% interval)` : measure.unit], { frameAnchor: 'top-right', textAnchor: 'end', dx: frame.marginRight - 4, dy: 12 - frame.marginTop, fill: 'var(--ink-2)', fontSize: text.normal }),
		Plot.text(placed, { ...common, y: ({ top }: Placed) => top + 10, text: ({ block }: Placed) => block.name, fontSize: text.normal, fontWeight: 620, fill: 'var(--ink)' }),
		wide
			? Plot.text(placed, { ...common, y: ({ top }: Placed) => top + 29, text: ({ block }: Placed) => block.counts, fontSize: text.small, fill: 'var(--ink-2)' })
			: Plot.text(placed, { frameAnchor: 'right', textAnchor: 'end', dx: frame.marginRight - 2, y: ({ top }: Placed) => top + 10, text: ({ block }: Placed) => block.counts, fontSize: text.small, fill: 'var(--ink-2)' }),
	];
}

function labels(rows: readonly Row[], measure: Measure, { marginRight }: Frame, wide: boolean): Plot.Markish[] {
	return rows.flatMap(({ kind, difference, y }) => [
		Plot.text([kinds.find(({ id }) => id === kind)?.[wide ? 'name' : 'short'] ?? kind], { frameAnchor: 'left', textAnchor: 'end', dx: -12, y, fontSize: text.small, fill: looks[kind].colour }),
		Plot.text([wide ? differenceText(difference, measure) : signed(difference.estimate, digitsOf(measure))], { frameAnchor: 'right', textAnchor: 'end', dx: marginRight - 4, y, fontSize: text.small, fill: looks[kind].colour, ...(kind === 'weighted' ? { fontWeight: 620 } : {}) }),
	]);
}

function side(words: string, anchor: 'start' | 'end', wide: boolean): Plot.Markish {
	const way = anchor === 'start' ? 1 : -1;
	return Plot.text([words], { x: 0, frameAnchor: 'bottom', textAnchor: anchor, lineAnchor: 'top', dx: way * (wide ? 14 : 8), dy: 32, fontSize: text.small, lineHeight: 1.3, fill: 'var(--ink)' });
}
