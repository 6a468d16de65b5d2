import type { ConditionThreshold } from '#lib/codebook/condition-thresholds.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import sql from './create-scored-course.sql?raw';

/** Makes the temporary table `scored_course`, in which the questions about change and response find each episode's first and last score. */
export const scoredCoursesSql = sql;

/** What the statement is asked with. */
export function scoredCoursesParameters({ id, better }: Measure, thresholds: readonly ConditionThreshold[]) {
	return { measure: id, better: better === 'lower' ? -1 : 1, thresholds: JSON.stringify(thresholds.map(({ condition, kind, value }) => ({ condition, kind, value }))) };
}
