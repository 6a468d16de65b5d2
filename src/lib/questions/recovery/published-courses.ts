import { onRange } from '#lib/codebook/on-range.ts';
import type { NaturalCourse } from '#lib/codebook/published.ts';
import type { Condition, Measure } from '#lib/codebook/schema.ts';
import type { RecoveryGroup } from './result.ts';

/** A published course of people who were not treated as here, put onto the range of a measure. */
export type PublishedCourse = Pick<NaturalCourse, 'label' | 'points' | 'scale' | 'weeksFrom' | 'setting' | 'citation'>;

/** What is published of a condition on a measure. */
export function publishedCourses({ naturalCourse }: Condition, measure: Measure): PublishedCourse[] {
	return naturalCourse
		.filter(({ measures }) => measures.includes(measure.id))
		.map(({ label, points, scale, weeksFrom, setting, citation }) => {
			const placed = (value: number) => onRange(value, scale, measure);
			return { label, scale, weeksFrom, setting, citation, points: points.map(({ week, mean, lower, upper }) => ({ week, mean: placed(mean), lower: placed(lower), upper: placed(upper) })) };
		});
}

/** Those that a chart of the group can show: by weeks, and with more than their start within its weeks. Its week 1 holds their start. */
export function coursesWithin({ axis, points }: RecoveryGroup, courses: readonly PublishedCourse[]): PublishedCourse[] {
	const last = Math.max(0, ...points.map(({ session }) => session));
	return axis === 'weeks' ? courses.filter((course) => course.points.filter(({ week }) => week + 1 <= last).length > 1) : [];
}

/** The published mean at a week of such a chart. */
export function publishedAt({ points }: PublishedCourse, week: number): PublishedCourse['points'][number] | undefined {
	return points.find((point) => point.week + 1 === week);
}
