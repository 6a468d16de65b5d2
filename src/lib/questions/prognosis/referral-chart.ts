import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { count, percent } from '#lib/charts/number.ts';
import { rowMark } from '#lib/charts/row-mark.ts';
import { text, type Frame } from '#lib/charts/theme.ts';
import { rowName, type ReferralGroup, type ReferralRow } from './referral-words.ts';

type Placed = ReferralRow & Readonly<{ y: number }>;
type Head = Readonly<{ name: string; y: number }>;

const line = 24;
const headLine = 32;

/** The shares referred on, by sessions without a response and by reason, a block a group. */
export function referralChart(groups: readonly ReferralGroup[], size: Size): Plot.PlotOptions[] {
	const wide = size === 'wide';
	const { heads, rows, height } = placed(groups);
	const most = Math.max(0.1, ...rows.map(({ share }) => share.upper)) * 1.04;
	const side = wide ? { width: 860, marginLeft: 260, marginRight: 110 } : { width: 344, marginLeft: 138, marginRight: 70 };
	const frame: Frame = { ...side, marginTop: 6, marginBottom: 44, height: height + 50 };
	const [any, reasons] = [rows.filter(({ reason }) => reason === null), rows.filter(({ reason }) => reason !== null)];
	const colour = 'var(--series-3)';
	const limits = { y: 'y', x1: ({ share }: Placed) => share.lower, x2: ({ share }: Placed) => share.upper, stroke: colour } as const;
	const dot = { y: 'y', x: ({ share }: Placed) => share.estimate, stroke: colour, strokeWidth: 1.7 } as const;
	return [
		{
			...frame,
			x: { type: 'linear', domain: [0, most], axis: null },
			y: { type: 'linear', domain: [height, 0], axis: null },
			marks: [
				Plot.gridX({ ticks: wide ? 6 : 3, stroke: 'var(--grid)', strokeOpacity: 1 }),
				Plot.ruleX([0], { stroke: 'var(--rule)' }),
				Plot.ruleY(any, { ...limits, strokeWidth: 2.2 }),
				Plot.ruleY(reasons, { ...limits, strokeWidth: 1.4 }),
				Plot.dot(any, { ...dot, r: 4.4, fill: colour }),
				Plot.dot(reasons, { ...dot, r: 3.8, fill: 'var(--paper)' }),
				Plot.text(heads, { y: 'y', frameAnchor: 'left', textAnchor: 'start', dx: 4 - frame.marginLeft, text: 'name', fontSize: text.normal, fontWeight: 620, fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 3 }),
				...names(any, 14, 'var(--ink)', frame),
				...names(reasons, wide ? 30 : 22, 'var(--ink-2)', frame),
				Plot.text(rows, { y: 'y', ariaLabel: (_: Placed, row: number) => rowMark(row), frameAnchor: 'right', textAnchor: 'end', dx: frame.marginRight - 4, text: ({ share }: Placed) => `${percent(share.estimate)}${wide ? `, ${count(share.count)} of ${count(share.n)}` : ''}`, fontSize: text.small, fill: 'var(--ink-2)' }),
				Plot.axisX({ ticks: wide ? 6 : 3, tickFormat: percent, tickSize: 0, tickPadding: 7, label: null, fill: 'var(--ink-2)', fontSize: text.small }),
				Plot.text(['of those who came again without a response'], { frameAnchor: 'bottom', dy: 36, fill: 'var(--ink-2)', fontSize: text.small }),
			],
		},
	];
}

function names(rows: readonly Placed[], indent: number, fill: string, { marginLeft, width }: Frame): Plot.Markish[] {
	const longest = Math.floor((marginLeft - indent - 6) / 6);
	const short = (name: string) => (width > 500 || name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`);
	return [Plot.text(rows, { y: 'y', frameAnchor: 'left', textAnchor: 'start', dx: indent - marginLeft, text: (row: Placed) => short(rowName(row)), fontSize: text.small, fill })];
}

function placed(groups: readonly ReferralGroup[]): { heads: Head[]; rows: Placed[]; height: number } {
	const tall = ({ rows }: ReferralGroup) => headLine + rows.length * line;
	const top = (index: number) => groups.slice(0, index).reduce((sum, group) => sum + tall(group), 0);
	return {
		heads: groups.map(({ name }, index) => ({ name, y: top(index) + headLine / 2 })),
		rows: groups.flatMap(({ rows }, index) => rows.map((row, place) => ({ ...row, y: top(index) + headLine + (place + 0.5) * line }))),
		height: top(groups.length) + 4,
	};
}
