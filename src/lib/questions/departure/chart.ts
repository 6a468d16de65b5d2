import * as Plot from '@observablehq/plot';
import type { Measure } from '#lib/codebook/schema.ts';
import { countStrip } from '#lib/charts/count-strip.ts';
import type { Size } from '#lib/charts/drawing.ts';
import { lineLabels, type Line } from '#lib/charts/line-labels.ts';
import { curveFrame, measureAxis, measureScale, sessionScale } from '#lib/charts/theme.ts';
import { withheldBands } from '#lib/charts/withheld-bands.ts';
import type { DepartureGroup } from './result.ts';
import { sideNames } from './words.ts';

type After = DepartureGroup['after'][number];
type Side = 'left' | 'stayed';

/** The score at a session of those who did not come back after it beside those who did, above how many did not. */
export function departureChart({ after }: DepartureGroup, measure: Measure, size: Size): Plot.PlotOptions[] {
	const last = Math.max(1, ...after.map((each) => each.session));
	const frame = curveFrame(size);
	const curve = {
		...frame,
		x: sessionScale(last),
		y: measureScale(measure),
		marks: [
			...measureAxis(measure, frame),
			...withheldBands(after, frame, last, { note: true }),
			Plot.link(after.filter((each) => typeof each.left?.mean === 'number' && typeof each.stayed?.mean === 'number'), { x: 'session', y1: (each: After) => each.left?.mean, y2: (each: After) => each.stayed?.mean, stroke: 'var(--rule)', strokeWidth: 1 }),
			...sideMarks(after, 'stayed', 'circle'),
			...sideMarks(after, 'left', 'square'),
			...lineLabels([lineOf(after, 'stayed'), lineOf(after, 'left')], measure, size, frame, last),
		],
	};
	const gone = after.map(({ session, left, suppressed }) => ({ session, n: left?.n ?? null, suppressed }));
	return [curve, countStrip(gone, 'Episodes that ended with that session', frame, last, 'var(--left-bar)')];
}

function sideMarks(after: readonly After[], side: Side, symbol: Plot.SymbolType): Plot.Markish[] {
	const part = (name: 'mean' | 'lower' | 'upper') => (each: After) => each[side]?.[name] ?? null;
	return [
		Plot.ruleX(after, { x: 'session', y1: part('lower'), y2: part('upper'), stroke: `var(--${side})`, strokeWidth: 1.4 }),
		Plot.lineY(after, { x: 'session', y: part('mean'), stroke: `var(--${side})`, strokeWidth: 1.6, strokeOpacity: 0.6, ...(side === 'stayed' ? { strokeDasharray: '5 4' } : {}) }),
		Plot.dot(after, { x: 'session', y: part('mean'), r: 4, symbol, fill: side === 'stayed' ? 'var(--paper)' : 'var(--left)', stroke: `var(--${side})`, strokeWidth: 1.8 }),
	];
}

function lineOf(after: readonly After[], side: Side): Line {
	const places = after.flatMap(({ session, [side]: each }) => (typeof each?.mean !== 'number' ? [] : [{ session, value: each.mean, lower: each.lower ?? each.mean, upper: each.upper ?? each.mean }]));
	return { name: sideNames[side], colour: `var(--${side})`, places };
}
