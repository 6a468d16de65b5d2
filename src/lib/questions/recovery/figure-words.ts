import type { Measure } from '#lib/codebook/schema.ts';
import type { Reading, Table } from '#lib/charts/drawing.ts';
import { noun, scaleOf } from '#lib/charts/measure.ts';
import { count, decimal, estimate, plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import { courseName } from './anyway-words.ts';
import { axisWords } from './axis-words.ts';
import { medianText } from './distribution-words.ts';
import { publishedAt, type PublishedCourse } from './published-courses.ts';
import type { RecoveryGroup } from './result.ts';
import { shiftReading, shiftSentence } from './shift-words.ts';
import { gapSentence, leftSentence } from './words.ts';

export const lineNames = {
	plain: ['plain mean of those', 'still attending'],
	adjusted: ['accounting for', 'who left'],
} as const;

export function recoveryTitle({ axis }: RecoveryGroup, measure: Measure): string {
	return `Mean ${noun(measure)} by ${axisWords[axis].axis}: those still attending, and all who started`;
}

/** `courses` are the published ones drawn with it. */
export function recoveryLabel(group: RecoveryGroup, name: string, measure: Measure, synthetic: boolean, courses: readonly PublishedCourse[] = []): string {
	const { one, axis } = axisWords[group.axis];
	const hidden = group.points.filter((point) => point.suppressed).length;
	return [
		`${synthetic ? 'Synthetic data. ' : ''}${name}: mean ${noun(measure)} by ${axis}, ${scaleOf(measure)}, ${measure.better} is better.`,
		gapSentence(group, measure),
		leftSentence(group),
		shiftSentence(group, measure),
		...courses.map((course) => `What might have happened anyway, ${courseName(course)}: ${course.points.map(({ week, mean }) => `${decimal(mean)} after ${week} weeks`).join(', ')}.`),
		hidden > 0 ? `${plural(hidden, `${one} is`, `${one}s are`)} ${withheld}.` : null,
	]
		.filter((sentence) => sentence !== null)
		.join(' ');
}

export function recoveryReadings({ points, delta, shifted }: RecoveryGroup, courses: readonly PublishedCourse[] = []): Reading[] {
	return points.map((point) => {
		const worse = shifted.find(({ session }) => session === point.session);
		return {
			session: point.session,
			context: point.n === null ? withheld : plural(point.n, 'episode'),
			values: [
				{ label: lineNames.plain.join(' '), text: estimate(point), value: point.mean, tone: 'plain' },
				{ label: lineNames.adjusted.join(' '), text: estimate(point.adjusted), value: point.adjusted?.mean ?? null, tone: 'adjusted' },
				...(delta === null ? [] : [{ label: shiftReading(delta), text: estimate(worse), value: worse?.mean ?? null, tone: 'left' } as const]),
				...courses.map((course) => {
					const published = publishedAt(course, point.session);
					return { label: courseName(course), text: estimate(published), value: published?.mean ?? null, tone: 'ink' } as const;
				}),
			],
		};
	});
}

/** The readings of one of several small charts, where there is room for a word or two. */
export function multipleReadings(group: RecoveryGroup): Reading[] {
	const short = ['still attending', 'all who started'];
	return recoveryReadings({ ...group, delta: null }).map((reading) => ({ ...reading, values: reading.values.map((value, index) => ({ ...value, label: short[index] ?? value.label })) }));
}

export function recoveryTable({ points, axis, delta, staying, shifted }: RecoveryGroup, name: string, measure: Measure, courses: readonly PublishedCourse[] = []): Table {
	const { one, title } = axisWords[axis];
	return {
		caption: `${name}: ${noun(measure)} by ${one} (${scaleOf(measure)}, 95\u00a0% intervals in brackets)`,
		columns: [title, 'Episodes', 'Plain mean', 'Accounting for who left', 'Weighted by the chance to have stayed', 'Effective episodes', ...(delta === null ? [] : [`Left: ${decimal(delta)} worse`]), 'Median (quartiles)', 'SD', ...courses.map(({ label }) => `Published, ${label}`)],
		rows: points.map((point) => {
			const weighted = staying.find(({ session }) => session === point.session);
			return [
				String(point.session),
				point.n === null ? 'withheld' : count(point.n),
				estimate(point),
				estimate(point.adjusted),
				estimate(weighted),
				weighted === undefined ? '–' : count(weighted.effectiveN),
				...(delta === null ? [] : [estimate(shifted.find(({ session }) => session === point.session))]),
				medianText(point),
				point.sd === null ? '–' : decimal(point.sd),
				...courses.map((course) => estimate(publishedAt(course, point.session))),
			];
		}),
	};
}
