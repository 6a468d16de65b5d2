import * as Plot from '@observablehq/plot';
import type { Measure } from '#lib/codebook/schema.ts';
import type { Size } from '#lib/charts/drawing.ts';
import { count, signed } from '#lib/charts/number.ts';
import { rowMark } from '#lib/charts/row-mark.ts';
import { panelTitle, text, type Frame } from '#lib/charts/theme.ts';
import { tickText } from '#lib/charts/tick-text.ts';
import { placesOf, type Place } from './quadrant-words.ts';
import type { Quadrant } from './result.ts';

type Range = readonly [number, number];
type Spot = Readonly<{ dx: number; dy: number; textAnchor: 'start' | 'middle' | 'end' }>;
type Box = Readonly<{ left: number; right: number; top: number; bottom: number }>;

/** How far scores changed against how many sessions that took, a cross a clinic; up is more improvement, whichever way the measure runs. */
export function quadrantChart(quadrant: Quadrant, measure: Measure, size: Size): Plot.PlotOptions[] {
	const places = placesOf(quadrant);
	const wide = size === 'wide';
	const frame = wide
		? { width: 860, height: 470, marginLeft: 46, marginRight: 20, marginTop: 36, marginBottom: 48 }
		: { width: 344, height: 380, marginLeft: 40, marginRight: 10, marginTop: 36, marginBottom: 48 };
	const x = around(places.flatMap(({ sessions }) => [sessions.lower, sessions.upper]), 1 / 7);
	const [low, high] = around(places.flatMap(({ change }) => [change.lower, change.upper]), 1 / 4);
	const y: Range = measure.better === 'lower' ? [high, low] : [low, high];
	const { middle } = quadrant;
	const quiet = { stroke: 'var(--ink-3)', strokeDasharray: '4 4' };
	return [
		{
			...frame,
			x: { type: 'linear', domain: x, axis: null },
			y: { type: 'linear', domain: y, axis: null },
			marks: [
				Plot.gridX({ ticks: wide ? 8 : 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
				Plot.gridY({ ticks: 6, stroke: 'var(--grid)', strokeOpacity: 1 }),
				...(middle === null ? [] : [Plot.ruleX([middle.sessions], quiet), Plot.ruleY([middle.change], quiet)]),
				...corners(),
				Plot.ruleY(places, { x1: (each: Place) => each.sessions.lower, x2: (each: Place) => each.sessions.upper, y: (each: Place) => each.change.estimate, stroke: 'var(--adjusted)', strokeWidth: 1.6 }),
				Plot.ruleX(places, { y1: (each: Place) => each.change.lower, y2: (each: Place) => each.change.upper, x: (each: Place) => each.sessions.estimate, stroke: 'var(--adjusted)', strokeWidth: 1.6 }),
				Plot.dot(places, { x: (each: Place) => each.sessions.estimate, y: (each: Place) => each.change.estimate, ariaLabel: ({ row }: Place) => rowMark(row), r: 5, fill: 'var(--adjusted)', stroke: 'var(--paper)', strokeWidth: 1.5 }),
				...labels(places, x, y, frame, wide),
				Plot.axisX({ ticks: wide ? 8 : 5, tickFormat: tickText, tickSize: 0, tickPadding: 7, label: null, fill: 'var(--ink-2)', fontSize: text.small }),
				Plot.axisY({ ticks: 6, tickFormat: (value: number) => signed(value, high - low > 6 ? 0 : 1), tickSize: 0, tickPadding: 8, label: null, fill: 'var(--ink-2)', fontSize: text.small }),
				Plot.text([wide ? 'mean sessions per episode' : 'mean sessions per episode →'], { frameAnchor: 'bottom', dy: 38, fill: 'var(--ink-2)', fontSize: text.small }),
				panelTitle(wide ? `Change in ${measure.unit} from the first score to the last, at equal first scores ↑ more improvement` : `Change in ${measure.unit} ↑ more improvement`, frame),
			],
		},
	];
}

/** The intervals, and on either side of them a part of their reach as room for words. */
function around(values: readonly number[], part: number): Range {
	if (values.length === 0) return [0, 1];
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const room = Math.max(high - low, 0.1) * part;
	return [low - room, high + room];
}

function corners(): Plot.Markish[] {
	const common = { fontSize: text.small, fill: 'var(--ink-2)', lineHeight: 1.25 } as const;
	return [
		Plot.text(['fewer sessions,\nmore improvement'], { ...common, frameAnchor: 'top-left', dx: 8, dy: 8 }),
		Plot.text(['more sessions,\nmore improvement'], { ...common, frameAnchor: 'top-right', dx: -8, dy: 8 }),
		Plot.text(['fewer sessions,\nless improvement'], { ...common, frameAnchor: 'bottom-left', dx: 8, dy: -8 }),
		Plot.text(['more sessions,\nless improvement'], { ...common, frameAnchor: 'bottom-right', dx: -8, dy: -8 }),
	];
}

/** Each clinic's name, and its count where there is room, about its cross, where it is freest of what stands there already. */
function labels(places: readonly Place[], x: Range, y: Range, frame: Frame, counted: boolean): Plot.Markish[] {
	const across = (value: number) => frame.marginLeft + ((value - x[0]) / (x[1] - x[0])) * (frame.width - frame.marginLeft - frame.marginRight);
	const down = (value: number) => frame.height - frame.marginBottom - ((value - y[0]) / (y[1] - y[0])) * (frame.height - frame.marginTop - frame.marginBottom);
	const dots = places.map(({ sessions, change }) => ({ left: across(sessions.estimate) - 16, right: across(sessions.estimate) + 16, top: down(change.estimate) - 20, bottom: down(change.estimate) + 20 }));
	const taken: Box[] = places.flatMap(({ sessions, change }) => [
		{ left: across(sessions.lower), right: across(sessions.upper), top: down(change.estimate) - 3, bottom: down(change.estimate) + 3 },
		{ left: across(sessions.estimate) - 3, right: across(sessions.estimate) + 3, top: Math.min(down(change.lower), down(change.upper)), bottom: Math.max(down(change.lower), down(change.upper)) },
	]);
	return places.map(({ clinic, n, sessions, change }, index) => {
		const words = n === null || !counted ? clinic : `${clinic}, n ${count(n)}`;
		const wide = words.length * 7.1;
		const [left, right] = [across(sessions.lower) - across(sessions.estimate), across(sessions.upper) - across(sessions.estimate)];
		const ends = [change.lower, change.upper].map((value) => down(value) - down(change.estimate));
		const box = ({ dx, dy, textAnchor }: Spot): Box => {
			const start = across(sessions.estimate) + dx - (textAnchor === 'start' ? 0 : textAnchor === 'end' ? wide : wide / 2);
			return { left: start, right: start + wide, top: down(change.estimate) + dy - 8, bottom: down(change.estimate) + dy + 8 };
		};
		const cost = (spot: Spot) => taken.reduce((sum, other) => sum + overlap(box(spot), other), 0) + dots.reduce((sum, dot, place) => sum + (place === index ? 0 : overlap(box(spot), dot)), 0) + outside(box(spot), frame);
		const [first, ...others] = spots(left, right, Math.min(...ends), Math.max(...ends));
		const best = others.reduce((found, spot) => (cost(spot) < cost(found) ? spot : found), first);
		taken.push(box(best));
		return Plot.text([words], { x: sessions.estimate, y: change.estimate, ...best, fontSize: text.normal, fontWeight: 620, fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 3 });
	});
}

/** In the corners of a cross, then beyond its arms. */
function spots(left: number, right: number, top: number, bottom: number): readonly [Spot, ...Spot[]] {
	return [
		{ dx: 10, dy: -13, textAnchor: 'start' },
		{ dx: -10, dy: -13, textAnchor: 'end' },
		{ dx: 10, dy: 14, textAnchor: 'start' },
		{ dx: -10, dy: 14, textAnchor: 'end' },
		{ dx: right + 7, dy: 0, textAnchor: 'start' },
		{ dx: left - 7, dy: 0, textAnchor: 'end' },
		{ dx: 0, dy: top - 11, textAnchor: 'middle' },
		{ dx: 0, dy: bottom + 12, textAnchor: 'middle' },
	];
}

function overlap(a: Box, b: Box): number {
	return Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}

function outside({ left, right }: Box, { width, marginLeft, marginRight }: Frame): number {
	return (Math.max(0, marginLeft - left) + Math.max(0, right - (width - marginRight))) * 40;
}
