import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { decimal, plain } from '#lib/charts/number.ts';
import { rowMark } from '#lib/charts/row-mark.ts';
import { curveFrame, panelTitle, text, type Frame } from '#lib/charts/theme.ts';
import type { Outcome } from './outcome.ts';
import { pointLabels } from './point-labels.ts';
import type { FunnelLimits, VariationFunnel, VariationPoint } from './result.ts';

/** `row` is its place in the table. */
type Shown = VariationPoint & Readonly<{ row: number; unit: string; n: number; value: number }>;

/** More points than this, and only those beyond the limits are named. */
const fewPoints = { wide: 12, narrow: 6 } as const;

/** Each clinic or therapist against its number of episodes, with the limits that chance and the usual differences keep to. */
export function variationChart(funnel: VariationFunnel, outcome: Outcome, size: Size): Plot.PlotOptions[] {
	const frame: Frame = size === 'wide' ? { ...curveFrame(size), height: 440, marginLeft: 42, marginRight: 120, marginBottom: 46 } : { ...curveFrame(size), height: 350, marginLeft: 40, marginRight: 52, marginBottom: 46 };
	const points = funnel.units.flatMap(({ unit, n, point }, row) => (n === null || point === null ? [] : [{ ...point, row, unit, n, value: point.standardised.estimate }]));
	const { overall } = funnel;
	const limits = funnel.limits.filter(({ n }) => n >= Math.min(...points.map((point) => point.n)) / 2);
	const x = sizes(limits, points);
	const y = extent(limits, points, outcome);
	const place = placeIn(frame, x, y);
	return [
		{
			...frame,
			x: { type: 'linear', domain: x, axis: null },
			y: { type: 'linear', domain: y, axis: null },
			marks: [
				Plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
				Plot.axisY({ ticks: 5, tickSize: 0, tickPadding: 8, label: null, fill: 'var(--ink-2)', fontSize: text.small, tickFormat: (value: number) => (outcome.outcome === 'response' ? outcome.write(value) : decimal(value)) }),
				panelTitle(outcome.axis, frame),
				...limitMarks(limits),
				...(overall === null ? [] : [Plot.ruleY([overall], { x1: x[0], x2: x[1], stroke: 'var(--ink)', strokeWidth: 1.3 })]),
				...pointMarks(points),
				...names(points, limits, overall, place, fewPoints[size]),
				...ends(limits, overall, place, outcome, size),
				Plot.ruleY([y[0]], { stroke: 'var(--rule)' }),
				Plot.axisX({ ticks: size === 'wide' ? 8 : 4, tickFormat: 'd', tickSize: 0, tickPadding: 7, label: null, fill: 'var(--ink-2)', fontSize: text.small }),
				Plot.text([`episodes of the ${outcome.one}`], { frameAnchor: 'bottom', dy: 36, fill: 'var(--ink-2)', fontSize: text.small }),
			],
		},
	];
}

function limitMarks(limits: readonly FunnelLimits[]): Plot.Markish[] {
	return (['widened998', 'widened95'] as const).flatMap((level) => {
		const [lower, upper] = [(each: FunnelLimits) => each[level].lower, (each: FunnelLimits) => each[level].upper];
		const stroke = { stroke: 'var(--ink-2)', ...(level === 'widened95' ? { strokeWidth: 1.2, strokeDasharray: '2 3' } : { strokeWidth: 1.4, strokeDasharray: '7 4' }) };
		return [Plot.areaY(limits, { x: 'n', y1: lower, y2: upper, fill: 'var(--heat)', fillOpacity: 0.055 }), Plot.lineY(limits, { x: 'n', y: lower, ...stroke }), Plot.lineY(limits, { x: 'n', y: upper, ...stroke })];
	});
}

const looks = {
	neither: { symbol: 'circle', r: 4, fill: 'var(--ink-2)' },
	'95': { symbol: 'diamond', r: 6, fill: 'var(--left)' },
	'99.8': { symbol: 'square', r: 6, fill: 'var(--plain)' },
} as const;

function pointMarks(points: readonly Shown[]): Plot.Markish[] {
	return (['neither', '95', '99.8'] as const).map((beyond) =>
		Plot.dot(
			points.filter((point) => point.beyond === beyond),
			{ x: 'n', y: 'value', ariaLabel: ({ row }: Shown) => rowMark(row), ...looks[beyond], stroke: 'var(--paper)', strokeWidth: 1.3 },
		),
	);
}

/** Names the points beyond the limits, and the others too where they are few. */
function names(points: readonly Shown[], limits: readonly FunnelLimits[], overall: number | null, place: Place, few: number): Plot.Markish[] {
	const spots = points.map((point) => ({ x: place.x(point.n), y: place.y(point.value), name: point.unit, must: point.beyond !== 'neither' }));
	const outside = spots.filter(({ must }) => must);
	const named = points.length <= few ? [...outside, ...spots.filter(({ must }) => !must)] : outside;
	const curves = limits.flatMap(({ n, widened95, widened998 }) => [widened95.lower, widened95.upper, widened998.lower, widened998.upper].map((value) => ({ left: place.x(n) - 9, right: place.x(n) + 9, top: place.y(value) - 2, bottom: place.y(value) + 2 })));
	const centre = overall === null ? [] : [{ left: 0, right: place.width, top: place.y(overall) - 1, bottom: place.y(overall) + 1 }];
	return pointLabels(named, spots, [...curves, ...centre], place.width).map(({ x, y, dx, dy, anchor, name, must }) =>
		Plot.text([name], { frameAnchor: 'top-left', dx: x + dx, dy: y + dy, textAnchor: anchor, lineAnchor: 'middle', fontSize: text.normal, fontWeight: must ? 600 : 450, fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 3 }),
	);
}

/** Names centre and limits where they end, moved outward until they do not touch. */
function ends(limits: readonly FunnelLimits[], overall: number | null, place: Place, outcome: Outcome, size: Size): Plot.Markish[] {
	const end = limits.at(-1);
	if (end === undefined || overall === null) return [];
	const wide = size === 'wide';
	const name = (level: string) => `${plain(level)}\u00a0%${wide ? ' limit' : ''}`;
	const centre = place.y(overall);
	const [near, far] = wide ? [17, 16] : [21, 14];
	const up = Math.min(place.y(end.widened95.upper), centre - near);
	const down = Math.max(place.y(end.widened95.lower), centre + near);
	const labels = [
		{ at: Math.min(place.y(end.widened998.upper), up - far), words: name('99.8'), bold: false },
		{ at: up, words: name('95'), bold: false },
		{ at: centre, words: `overall${wide ? ' ' : '\n'}${outcome.write(overall)}`, bold: true },
		{ at: down, words: name('95'), bold: false },
		{ at: Math.max(place.y(end.widened998.lower), down + far), words: name('99.8'), bold: false },
	];
	return labels.map(({ at, words, bold }) =>
		Plot.text([words], { frameAnchor: 'top-left', dx: place.width + 6, dy: at, textAnchor: 'start', lineAnchor: 'middle', fontSize: wide ? text.normal : text.small, lineHeight: 1.15, fontWeight: bold ? 650 : 450, fill: bold ? 'var(--ink)' : 'var(--ink-2)' }),
	);
}

/** Pixels within the frame. */
type Place = Readonly<{ width: number; x: (n: number) => number; y: (value: number) => number }>;

function placeIn({ width, height, marginLeft, marginRight, marginTop, marginBottom }: Frame, x: readonly [number, number], y: readonly [number, number]): Place {
	const across = width - marginLeft - marginRight;
	const down = height - marginTop - marginBottom;
	return { width: across, x: (n) => ((n - x[0]) / (x[1] - x[0])) * across, y: (value) => (1 - (value - y[0]) / (y[1] - y[0])) * down };
}

function sizes(limits: readonly FunnelLimits[], points: readonly Shown[]): [number, number] {
	const all = [...limits.map(({ n }) => n), ...points.map(({ n }) => n)];
	const [least, most] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
	const air = Math.max(1, (most - least) * 0.03);
	return [least - air, most + air];
}

function extent(limits: readonly FunnelLimits[], points: readonly Shown[], { range: [lowest, highest] }: Outcome): [number, number] {
	const all = [...limits.flatMap(({ widened998 }) => [widened998.lower, widened998.upper]), ...points.map(({ value }) => value)];
	const [least, most] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
	const air = (most - least) * 0.05;
	return [Math.max(lowest, least - air), Math.min(highest, most + air)];
}
