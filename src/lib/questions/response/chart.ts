import * as Plot from '@observablehq/plot';
import { countStrip } from '#lib/charts/count-strip.ts';
import { belowNote, countsBelow } from '#lib/charts/counts-below.ts';
import type { Size } from '#lib/charts/drawing.ts';
import { percent } from '#lib/charts/number.ts';
import { rowMark } from '#lib/charts/row-mark.ts';
import { shareAxis, shareScale } from '#lib/charts/share-axis.ts';
import { shareLabels } from '#lib/charts/share-labels.ts';
import { curveFrame, sessionScale, text, type Frame } from '#lib/charts/theme.ts';
import { withheldBands } from '#lib/charts/withheld-bands.ts';
import type { ResponseGroup, ResponsePoint } from './result.ts';
import { lastSession, medianText, type Named } from './words.ts';

type Corner = Readonly<{ x: number; responded: number | null; lower: number | null; upper: number | null }>;

/** The chance to have responded by each session, above how many are still in care without a response. */
export function responseChart({ group }: Named, size: Size): Plot.PlotOptions[] {
	const last = lastSession(group);
	const frame = framed(size);
	const bars = group.points.map(({ session, inCare, suppressed }) => ({ session, n: inCare, suppressed }));
	return [panel(group, `Chance to have responded, had all gone on${size === 'wide' ? ' · higher is better' : ''}`, frame, size, last), countStrip(bars, 'Came again without a response so far', frame, last)];
}

/** A panel a group over the same sessions, each above its counts of those still in care. */
export function responseMultiples(named: readonly Named[], size: Size): Plot.PlotOptions[] {
	const last = Math.max(...named.map(({ group }) => lastSession(group)));
	return named.map(({ group, name }, index) => {
		const end = index === named.length - 1;
		const frame = { ...framed(size), height: end ? 226 : 210, marginTop: 40, marginBottom: end ? 60 : 44 };
		const drawn = panel(group, name, frame, size, last);
		return { ...drawn, marks: [...(drawn.marks ?? []), ...sessionMarks(group.points), ...countsBelow(group.points.map(({ session, inCare }) => ({ session, n: inCare })), ['session', 'in care'], frame, last), ...(end ? [belowNote('higher is better · in care: came again without a response so far')] : [])] };
	});
}

/** A dot a session, by which it is pointed at. */
function sessionMarks(points: readonly ResponsePoint[]): Plot.Markish[] {
	return [Plot.dot(points, { x: 'session', y: ({ responded }: ResponsePoint) => responded?.estimate, r: 2.6, fill: 'var(--adjusted)', ariaLabel: ({ session }: ResponsePoint) => rowMark(session - 1) })];
}

function framed(size: Size): Frame {
	return size === 'wide' ? { ...curveFrame(size), marginLeft: 44, marginRight: 166 } : { ...curveFrame(size), marginLeft: 40, marginRight: 70 };
}

function panel(group: ResponseGroup, title: string, frame: Frame, size: Size, last: number): Plot.PlotOptions {
	const { points } = group;
	const corners = cornersOf(points);
	return {
		...frame,
		x: sessionScale(last),
		y: shareScale,
		marks: [
			...shareAxis(title, frame),
			...withheldBands(points, frame, last, { note: frame.height > 250 }),
			Plot.areaY(corners, { x: 'x', y1: 'lower', y2: 'upper', fill: 'var(--adjusted)', fillOpacity: 0.2 }),
			...medianMarks(group, frame, last),
			Plot.lineY(corners, { x: 'x', y: 'responded', stroke: 'var(--adjusted)', strokeWidth: 2.6, strokeLinejoin: 'round' }),
			...endLabel(points, frame, size, last),
		],
	};
}

/** A chance holds for the whole width of its session, and the line breaks where one is withheld. */
function cornersOf(points: readonly ResponsePoint[]): Corner[] {
	return points.flatMap(({ session, responded }) => {
		const [share, lower, upper] = [responded?.estimate ?? null, responded?.lower ?? null, responded?.upper ?? null];
		return [session - 0.5, session + 0.5].map((x) => ({ x, responded: share, lower, upper }));
	});
}

/** The line of one half, up to the first session by which half had responded. */
function medianMarks({ median }: ResponseGroup, frame: Frame, last: number): Plot.Markish[] {
	const at = median?.estimate ?? null;
	if (median === null || at === null) return [];
	const right = at <= last * 0.55;
	return [
		Plot.link([at], { x1: 0.5, x2: at, y1: 0.5, y2: 0.5, stroke: 'var(--ink-2)', strokeWidth: 1, strokeDasharray: '4 3' }),
		Plot.link([at], { x1: at, x2: at, y1: 0, y2: 0.5, stroke: 'var(--ink-2)', strokeWidth: 1, strokeDasharray: '4 3' }),
		...(median.lower === null || median.upper === null ? [] : [Plot.link([at], { x1: median.lower, x2: median.upper, y1: 0.5, y2: 0.5, stroke: 'var(--ink)', strokeWidth: 2.4 })]),
		Plot.dot([at], { x: at, y: 0.5, r: 4.6, symbol: 'diamond', fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 1.2 }),
		Plot.text([medianText(median)], { x: at, y: 0.5, dx: right ? 9 : -9, dy: right ? 12 : -12, textAnchor: right ? 'start' : 'end', fontSize: frame.height > 250 ? text.normal : text.small, fontWeight: 600, fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 3 }),
	];
}

function endLabel(points: readonly ResponsePoint[], frame: Frame, size: Size, last: number): Plot.Markish[] {
	const end = points.findLast(({ responded }) => responded !== null);
	if (end === undefined || end.responded === null) return [];
	const words = size === 'wide' ? `by session ${end.session},\nhad all gone on` : `by session\n${end.session}`;
	return shareLabels([{ figure: percent(end.responded.estimate), words, colour: 'var(--adjusted)', session: end.session + 0.3, at: end.responded.estimate }], frame, last);
}
