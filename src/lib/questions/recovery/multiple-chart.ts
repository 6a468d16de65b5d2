import * as Plot from '@observablehq/plot';
import { count, decimal } from '#lib/charts/number.ts';
import { everySession, measureScale, measureTitle, panelTitle, perPixel, sessionScale, step } from '#lib/charts/theme.ts';
import { tickText } from '#lib/charts/tick-text.ts';
import { withheldBands } from '#lib/charts/withheld-bands.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import type { RecoveryPoint } from './result.ts';

type End = Readonly<{ session: number; value: number; colour: string }>;

/** Small enough for five in a row. */
const frame = { width: 247, height: 185, marginLeft: 21, marginRight: 30, marginTop: 30, marginBottom: 39 } as const;

/** The course of one of several conditions in a few marks: both means, their last values, and how many are behind. `last` aligns them. */
export function multipleChart(points: readonly RecoveryPoint[], measure: Measure, last: number): Plot.PlotOptions[] {
	const counted = everySession(last, step(frame, last), 38);
	const below = { frameAnchor: 'bottom', fill: 'var(--ink-2)', fontSize: 12 } as const;
	return [
		{
			...frame,
			x: sessionScale(last),
			y: measureScale(measure),
			marks: [
				Plot.gridY({ ticks: 2, stroke: 'var(--grid)', strokeOpacity: 1 }),
				Plot.axisY({ ticks: 2, tickFormat: tickText, tickSize: 0, tickPadding: 5, label: null, fill: 'var(--ink-2)', fontSize: 12 }),
				panelTitle(measureTitle(measure), { ...frame, marginTop: frame.marginTop + 4 }, 12),
				...withheldBands(points, frame, last, { note: false }),
				Plot.areaY(points, { x: 'session', y1: (point: RecoveryPoint) => (point.adjusted === null ? null : point.mean), y2: adjusted('mean'), fill: 'var(--gap)' }),
				Plot.areaY(points, { x: 'session', y1: adjusted('lower'), y2: adjusted('upper'), fill: 'var(--adjusted)', fillOpacity: 0.2 }),
				Plot.ruleX(points, { x: 'session', y1: 'lower', y2: 'upper', stroke: 'var(--plain)' }),
				Plot.lineY(points, { x: 'session', y: 'mean', stroke: 'var(--plain)', strokeWidth: 1.5, strokeDasharray: '4 3' }),
				Plot.lineY(points, { x: 'session', y: adjusted('mean'), stroke: 'var(--adjusted)', strokeWidth: 2.2, strokeLinejoin: 'round' }),
				Plot.text(apart(endsOf(points), 15 * perPixel(frame, measure)), { x: 'session', y: 'at', text: ({ value }: End) => decimal(value), dx: 6, textAnchor: 'start', fontSize: 14, fontWeight: 650, fill: 'colour', stroke: 'var(--paper)', strokeWidth: 3 }),
				Plot.text(points.filter(({ session }) => counted.includes(session)), { ...below, x: 'session', text: ({ session }: RecoveryPoint) => String(session), dy: 16 }),
				Plot.text(points.filter(({ session, n }) => counted.includes(session) && n !== null), { ...below, x: 'session', text: ({ n }: RecoveryPoint) => count(n ?? 0), dy: 33, fill: 'var(--ink)' }),
				Plot.text(['n'], { ...below, frameAnchor: 'bottom-left', textAnchor: 'start', dx: 2 - frame.marginLeft, dy: 33, fill: 'var(--ink)' }),
			],
		},
	];
}

function endsOf(points: readonly RecoveryPoint[]): End[] {
	const plain = points.flatMap(({ session, mean }) => (mean === null ? [] : [{ session, value: mean, colour: 'var(--plain)' }]));
	const curve = points.flatMap(({ session, adjusted: each }) => (each === null ? [] : [{ session, value: each.mean, colour: 'var(--adjusted)' }]));
	return [plain.at(-1), curve.at(-1)].filter((end) => end !== undefined);
}

/** Two values that would touch are moved apart, the higher one up. */
function apart(ends: readonly End[], gap: number): (End & Readonly<{ at: number }>)[] {
	const [high, low] = ends.toSorted((a, b) => b.value - a.value);
	const short = high === undefined || low === undefined ? 0 : Math.max(0, gap - (high.value - low.value));
	return ends.map((end) => ({ ...end, at: end.value + (end === high ? short : -short) / 2 }));
}

function adjusted(part: 'mean' | 'lower' | 'upper'): (point: RecoveryPoint) => number | null {
	return (point) => point.adjusted?.[part] ?? null;
}
