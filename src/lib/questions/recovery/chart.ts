import * as Plot from '@observablehq/plot';
import type { Measure } from '#lib/codebook/schema.ts';
import { countRows } from '#lib/charts/count-rows.ts';
import { countStrip } from '#lib/charts/count-strip.ts';
import type { Size } from '#lib/charts/drawing.ts';
import { heatStrips } from '#lib/charts/heat-strips.ts';
import { labelsBeside, lineLabels, wrapped, type Line } from '#lib/charts/line-labels.ts';
import { curveFrame, measureAxis, measureScale, series as look, sessionScale } from '#lib/charts/theme.ts';
import { unadjustedNote, withheldBands } from '#lib/charts/withheld-bands.ts';
import { axisWords } from './axis-words.ts';
import { courseLines, courseMarks } from './course-marks.ts';
import { axisOf, type Named } from './parts-words.ts';
import type { PublishedCourse } from './published-courses.ts';
import type { RecoveryGroup, RecoveryPoint } from './result.ts';
import { shiftName } from './shift-words.ts';
import { lineNames } from './figure-words.ts';

/** The plain mean and the curve that accounts for who left, above how many are left. `last` aligns small multiples; `courses` are published ones by week, to be drawn beside. */
export function recoveryChart(group: RecoveryGroup, measure: Measure, size: Size, last = lastSession(group.points), courses: readonly PublishedCourse[] = []): Plot.PlotOptions[] {
	const { points } = group;
	const { one, axis } = axisWords[group.axis];
	const frame = curveFrame(size);
	const curve = {
		...frame,
		x: sessionScale(last),
		y: measureScale(measure),
		marks: [
			...measureAxis(measure, frame),
			...withheldBands(points, frame, last, { note: true }),
			...(points.some((point) => point.adjusted !== null) ? unadjustedNote(points, frame, last) : []),
			Plot.areaY(points, { x: 'session', y1: (point: RecoveryPoint) => (point.adjusted === null ? null : point.mean), y2: adjusted('mean'), fill: 'var(--gap)' }),
			...adjustedMarks(points),
			...shiftedMarks(group),
			...plainMarks(points),
			...courseMarks(courses, last, size),
			...lineLabels([...linesOf(points), ...shiftedLine(group, size), ...(size === 'wide' ? [] : courseLines(courses, last))], measure, size, frame, last, one),
		],
	};
	return [curve, countStrip(points, size === 'wide' ? `Episodes with a score at each ${one}` : `Episodes left at each ${one}`, frame, last, 'var(--count)', axis)];
}

/** One adjusted line a part of the condition, above the episodes behind each. */
export function partsChart(groups: readonly Named[], measure: Measure, size: Size): Plot.PlotOptions[] {
	const { one, axis } = axisWords[axisOf(groups)];
	const last = Math.max(1, ...groups.map(({ group }) => lastSession(group.points)));
	const frame = size === 'wide' ? curveFrame(size) : { ...curveFrame(size), marginRight: 128 };
	const series = groups.map(({ group: { points }, name }, index) => ({ points, name, ...look(index) }));
	const curve = {
		...frame,
		x: sessionScale(last),
		y: measureScale(measure),
		marks: [
			...measureAxis(measure, frame),
			...series.flatMap(({ points, colour, symbol }) => [
				Plot.areaY(points, { x: 'session', y1: adjusted('lower'), y2: adjusted('upper'), fill: colour, fillOpacity: 0.13 }),
				Plot.lineY(points, { x: 'session', y: adjusted('mean'), stroke: colour, strokeWidth: 2.2 }),
				Plot.dot(points, { x: 'session', y: adjusted('mean'), r: 3.4, symbol, fill: colour }),
			]),
			...labelsBeside(series.map(({ points, name, colour }) => ({ name: wrapped(name), colour, places: adjustedPlaces(points) })), measure, frame, last, one),
		],
	};
	const rows = series.map(({ points, name, colour, symbol }) => ({ name, colour, symbol, counts: points }));
	return [curve, countRows(rows, `Episodes with a score at each ${one}`, frame, last, axis)];
}

export function distributionChart({ points, axis }: RecoveryGroup, measure: Measure, size: Size): Plot.PlotOptions[] {
	return heatStrips(points, measure, size, lastSession(points), axisWords[axis].axis);
}

export function lastSession(points: readonly RecoveryPoint[]): number {
	return Math.max(1, ...points.map((point) => point.session));
}

function adjustedMarks(points: readonly RecoveryPoint[]): Plot.Markish[] {
	return [
		Plot.areaY(points, { x: 'session', y1: adjusted('lower'), y2: adjusted('upper'), fill: 'var(--adjusted)', fillOpacity: 0.2 }),
		Plot.lineY(points, { x: 'session', y: adjusted('mean'), stroke: 'var(--adjusted)', strokeWidth: 2.6, strokeLinejoin: 'round' }),
		Plot.dot(points, { x: 'session', y: adjusted('mean'), r: 3, fill: 'var(--adjusted)' }),
	];
}

function shiftedMarks({ shifted }: RecoveryGroup): Plot.Markish[] {
	return [
		Plot.lineY(shifted, { x: 'session', y: 'mean', stroke: 'var(--left)', strokeWidth: 2, strokeDasharray: '2 3' }),
		Plot.dot(shifted, { x: 'session', y: 'mean', r: 3, symbol: 'square', fill: 'var(--left)' }),
	];
}

/** On a narrow chart the readout names it, for want of room. */
function shiftedLine({ shifted, delta }: RecoveryGroup, size: Size): Line[] {
	if (delta === null) return [];
	const places = shifted.map(({ session, mean }) => ({ session, value: mean, lower: mean, upper: mean }));
	return [{ name: size === 'wide' ? shiftName(delta) : [], colour: 'var(--left)', places }];
}

function plainMarks(points: readonly RecoveryPoint[]): Plot.Markish[] {
	return [
		Plot.ruleX(points, { x: 'session', y1: 'lower', y2: 'upper', stroke: 'var(--plain)', strokeWidth: 1.4 }),
		Plot.lineY(points, { x: 'session', y: 'mean', stroke: 'var(--plain)', strokeWidth: 1.8, strokeDasharray: '5 4' }),
		Plot.dot(points, { x: 'session', y: 'mean', r: 3.6, fill: 'var(--paper)', stroke: 'var(--plain)', strokeWidth: 1.8 }),
	];
}

function linesOf(points: readonly RecoveryPoint[]): Line[] {
	const plain = points.flatMap(({ session, mean, lower, upper }) => (mean === null ? [] : [{ session, value: mean, lower: lower ?? mean, upper: upper ?? mean }]));
	return [
		{ name: lineNames.plain, colour: 'var(--plain)', places: plain },
		{ name: lineNames.adjusted, colour: 'var(--adjusted)', places: adjustedPlaces(points) },
	];
}

function adjustedPlaces(points: readonly RecoveryPoint[]): Line['places'] {
	return points.flatMap(({ session, adjusted: each }) => (each === null ? [] : [{ session, value: each.mean, lower: each.lower, upper: each.upper }]));
}

function adjusted(part: 'mean' | 'lower' | 'upper'): (point: RecoveryPoint) => number | null {
	return (point) => point.adjusted?.[part] ?? null;
}
