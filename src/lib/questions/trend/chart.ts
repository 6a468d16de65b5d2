import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { count, decimal } from '#lib/charts/number.ts';
import { curveFrame, panelTitle, sessionScale, step, stripFrame, text, type Frame } from '#lib/charts/theme.ts';
import { withheldBands } from '#lib/charts/withheld-bands.ts';
import { monthAxis } from './month-axis.ts';
import { monthNumber } from './month-words.ts';
import type { ProcessChart, ProcessPoint } from './result.ts';
import type { Series } from './series.ts';
import { flagged, shortRules, type Flagged } from './words.ts';

type At = ProcessPoint & Readonly<{ session: number }>;
type Corner = Readonly<{ x: number; phase: number; centre: number | null; lower: number | null; upper: number | null }>;

/** Values by month about their centre and natural process limits, above the episodes of each month where they may be shown. */
export function trendChart(chart: ProcessChart, series: Series, size: Size): Plot.PlotOptions[] {
	const start = monthNumber(chart.points[0]?.month ?? '0000-01');
	const points = everyMonth(chart.points, start);
	const last = Math.max(1, ...points.map(({ session }) => session));
	const counted = points.filter(({ n, value }) => n !== null && value !== null).length * 2 > points.length;
	const axis = (frame: Frame) => monthAxis(start, last, frame);
	const curve = size === 'wide' ? { ...curveFrame(size), marginRight: 150 } : { ...curveFrame(size), height: 314, marginTop: 46, marginLeft: 36, marginRight: 54 };
	const frame = counted ? curve : { ...curve, height: curve.height + 20, marginBottom: 46 };
	const corners = cornersOf(points, chart);
	const shown = points.filter(({ value }) => value !== null);
	const panel = {
		...frame,
		x: sessionScale(last),
		y: { type: 'linear' as const, domain: extent(shown, series), axis: null },
		marks: [
			Plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
			Plot.axisY({ ticks: 5, tickSize: 0, tickPadding: 8, label: null, fill: 'var(--ink-2)', fontSize: text.small, tickFormat: tickOf(series) }),
			panelTitle(series.axis, frame),
			...withheldBands(points, frame, last, { note: true }),
			Plot.areaY(corners, { x: 'x', y1: 'lower', y2: 'upper', z: 'phase', fill: 'var(--heat)', fillOpacity: 0.06 }),
			...(['lower', 'upper'] as const).map((y) => Plot.lineY(corners, { x: 'x', y, z: 'phase', stroke: 'var(--ink-2)', strokeWidth: 1.3, strokeDasharray: '5 3' })),
			Plot.lineY(corners, { x: 'x', y: 'centre', z: 'phase', stroke: 'var(--ink)', strokeWidth: 1.3 }),
			...valueMarks(points, series),
			...flagged(chart).map((flag) => flagMark(flag, start)),
			...openMarks(points, frame, last),
			...endLabels(points, series, size),
			...(counted ? [] : axis(frame)),
		],
	};
	return counted ? [panel, episodes(points, series.counted, frame, last, axis)] : [panel];
}

/** Months counted from the first, with empty ones where nobody began, so that lines break there. */
function everyMonth(points: readonly ProcessPoint[], start: number): At[] {
	return points.flatMap((point, index) => {
		const session = monthNumber(point.month) - start + 1;
		const before = points[index - 1];
		const skipped = before === undefined ? 0 : session - (monthNumber(before.month) - start + 1) - 1;
		const nothing = { ...point, value: null, n: null, centre: null, lower: null, upper: null, side: null, signals: [], suppressed: false };
		return [...Array.from({ length: skipped }, (_, at) => ({ ...nothing, session: session - skipped + at })), { ...point, session }];
	});
}

/** Each month holds its limits over its whole width, so that a stretch starts and ends in steps. */
function cornersOf(points: readonly At[], { phases }: ProcessChart): Corner[] {
	return points.flatMap(({ month, session, centre, lower, upper }) => {
		const phase = phases.findIndex(({ from, to }) => month >= from && month <= to);
		return [session - 0.5, session + 0.5].map((x) => ({ x, phase, centre, lower, upper }));
	});
}

function valueMarks(points: readonly At[], series: Series): Plot.Markish[] {
	const plain = points.filter(({ signals }) => signals.length === 0);
	const signal = points.filter(({ signals }) => signals.length > 0);
	const better = ({ side }: At) => (side === 'above') === (series.better === 'higher');
	const firstOpen = points.findIndex(({ open }) => open);
	const closed = firstOpen === -1 ? points : points.slice(0, firstOpen);
	const mark = { x: 'session', y: 'value' } as const;
	return [
		Plot.lineY(closed, { ...mark, stroke: 'var(--ink-3)', strokeWidth: 1.6 }),
		Plot.lineY(firstOpen === -1 ? [] : points.slice(Math.max(0, firstOpen - 1)), { ...mark, stroke: 'var(--ink-3)', strokeWidth: 1.4, strokeDasharray: '1 4', strokeLinecap: 'round' }),
		Plot.dot(plain, { ...mark, r: 3.8, fill: ({ open }: At) => (open ? 'var(--paper)' : 'var(--ink-2)'), stroke: ({ open }: At) => (open ? 'var(--ink-2)' : 'var(--paper)'), strokeWidth: 1.5 }),
		Plot.dot(signal, { ...mark, r: 5.4, symbol: 'triangle', rotate: ({ side }: At) => (side === 'below' ? 180 : 0), fill: (point: At) => (better(point) ? 'var(--adjusted)' : 'var(--plain)'), stroke: 'var(--paper)', strokeWidth: 1.2 }),
	];
}

/** Names what flagged a run of months, on the side away from the centre. */
function flagMark({ rules, points }: Flagged, start: number): Plot.Markish {
	const above = points[0]?.side === 'above';
	const values = points.flatMap(({ value }) => value ?? []);
	const months = points.map(({ month }) => monthNumber(month) - start + 1);
	return Plot.text([rules.map((rule) => shortRules[rule]).join(',\n')], {
		x: (Math.min(...months) + Math.max(...months)) / 2,
		y: above ? Math.max(...values) : Math.min(...values),
		dy: above ? -9 : 9,
		lineAnchor: above ? 'bottom' : 'top',
		fontSize: text.normal,
		fontWeight: 600,
		fill: 'var(--ink)',
		stroke: 'var(--paper)',
		strokeWidth: 3,
	});
}

function openMarks(points: readonly At[], frame: Frame, last: number): Plot.Markish[] {
	const open = points.filter(({ open: still, value }) => still && value !== null);
	const from = open[0]?.session;
	if (from === undefined) return [];
	const inside = (last - from + 1) * step(frame, last) > 58;
	return [
		Plot.ruleX([from - 0.5], { stroke: 'var(--ink-3)', strokeDasharray: '1 3' }),
		Plot.text(['still open'], { x: inside ? from - 0.5 : last + 0.5, frameAnchor: 'top', lineAnchor: 'bottom', textAnchor: inside ? 'start' : 'end', dx: inside ? 5 : 0, dy: -3, fontSize: text.small, fill: 'var(--ink-2)' }),
	];
}

/** Names centre and limits where they end. */
function endLabels(points: readonly At[], series: Series, size: Size): Plot.Markish[] {
	const end = points.findLast(({ upper, lower }) => upper !== null && lower !== null);
	if (end === undefined || end.centre === null) return [];
	const constant = series.name === 'change';
	const label = (y: number | null, name: string, value: string | null, bold: boolean) =>
		Plot.text([[name, value].filter((part) => part !== null).join(size === 'wide' ? ' ' : '\n')], { x: end.session + 0.5, y: y ?? 0, dx: 7, textAnchor: 'start', fontSize: size === 'wide' ? text.normal : text.small, fontWeight: bold ? 650 : 450, fill: bold ? 'var(--ink)' : 'var(--ink-2)', lineHeight: 1.15 });
	const limit = (y: number | null, name: string) => (y === null ? [] : [label(y, size === 'wide' ? `${name} limit` : 'limit', constant ? series.write(y) : null, false)]);
	return [...limit(end.upper, 'upper'), label(end.centre, 'centre', series.write(end.centre), true), ...limit(end.lower, 'lower')];
}

function episodes(points: readonly At[], title: string, curve: Frame, last: number, axis: (frame: Frame) => Plot.Markish[]): Plot.PlotOptions {
	const frame = { ...stripFrame(curve), marginBottom: 46 };
	const shown = points.filter(({ n, suppressed }) => n !== null && !suppressed);
	const stride = Math.ceil(26 / step(frame, last));
	return {
		...frame,
		x: sessionScale(last),
		y: { domain: [0, Math.max(1, ...shown.map(({ n }) => n ?? 0))], axis: null },
		marks: [
			...withheldBands(points, frame, last, { note: false }),
			Plot.rectY(shown, { x1: ({ session }: At) => session - 0.36, x2: ({ session }: At) => session + 0.36, y: 'n', fill: 'var(--count)' }),
			Plot.text(
				shown.filter(({ session }) => (session - 1) % stride === 0),
				{ x: 'session', y: 'n', text: ({ n }: At) => count(n ?? 0), dy: -8, fill: 'var(--ink)', fontSize: text.small },
			),
			Plot.ruleY([0], { stroke: 'var(--rule)' }),
			panelTitle(title, frame),
			...axis(frame),
		],
	};
}

function extent(points: readonly At[], { range: [lowest, highest] }: Series): [number, number] {
	const values = points.flatMap(({ value, lower, upper }) => [value, lower, upper].filter((each) => each !== null));
	const [least, most] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
	const air = Math.max((most - least) * 0.14, 0.05);
	return [lowest === 0 ? 0 : Math.max(lowest, least - air), Math.min(highest, most + air)];
}

function tickOf({ name, write }: Series): (value: number) => string {
	return (value) => (name === 'response' || name === 'completion' ? write(value) : decimal(value));
}
