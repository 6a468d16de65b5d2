import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import type { Line } from '#lib/charts/line-labels.ts';
import { decimal } from '#lib/charts/number.ts';
import { text } from '#lib/charts/theme.ts';
import type { PublishedCourse } from './published-courses.ts';

type Place = Readonly<{ week: number; mean: number; lower: number; upper: number }>;

/** Published courses over a chart by weeks, whose first week holds their start: hollow diamonds where a mean is published, a thin line between them. */
export function courseMarks(courses: readonly PublishedCourse[], last: number, size: Size): Plot.Markish[] {
	return courses.flatMap(({ label, points }) => {
		const places = points.map(({ week, ...each }) => ({ ...each, week: week + 1 }));
		const shown = places.filter(({ week }) => week <= last);
		const end = shown.at(-1);
		return [
			Plot.lineY(upTo(places, last + 0.5), { x: 'week', y: 'mean', stroke: 'var(--ink-2)', strokeWidth: 1.3, strokeDasharray: '1 4', strokeLinecap: 'round' }),
			Plot.ruleX(shown, { x: 'week', y1: 'lower', y2: 'upper', stroke: 'var(--ink-2)', strokeWidth: 1.2 }),
			Plot.dot(shown, { x: 'week', y: 'mean', r: 4, symbol: 'diamond', fill: 'var(--paper)', stroke: 'var(--ink-2)', strokeWidth: 1.4 }),
			...(end === undefined ? [] : [name(end, size === 'wide' ? `published, ${label}` : label, size === 'narrow' || end.week > last * 0.7)]),
		];
	});
}

/** The same as lines without a name, for other names to keep clear of. */
export function courseLines(courses: readonly PublishedCourse[], last: number): Line[] {
	return courses.map(({ points }) => ({ name: [], colour: '', places: points.filter(({ week }) => week + 1 <= last).map(({ week, mean, lower, upper }) => ({ session: week + 1, value: mean, lower, upper })) }));
}

/** Named below the line, on the side where there is room. */
function name(end: Place, words: string, left: boolean): Plot.Markish {
	return Plot.text([end], {
		x: 'week',
		y: 'mean',
		dx: left ? -8 : 8,
		dy: 4,
		textAnchor: left ? 'end' : 'start',
		lineAnchor: 'top',
		text: ({ mean }: Place) => `${decimal(mean)} ${words}`,
		fontSize: text.small,
		fontWeight: 550,
		fill: 'var(--ink-2)',
		stroke: 'var(--paper)',
		strokeWidth: 4,
	});
}

/** Published means as far as an axis goes; the line to the next one is cut off at its end. */
function upTo(places: readonly Place[], end: number): Readonly<{ week: number; mean: number }>[] {
	return places.flatMap(({ week, mean }, index) => {
		const before = places[index - 1];
		if (week <= end) return [{ week, mean }];
		if (before === undefined || before.week >= end) return [];
		return [{ week: end, mean: before.mean + ((mean - before.mean) * (end - before.week)) / (week - before.week) }];
	});
}
