import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import { rows, run } from '#lib/server/warehouse/database.ts';
import { courseEnd, courseEndsParameters, courseEndsSql, coursePair, coursePairsSql, judgeCoursesSql, thresholdLabels } from './course-ends.ts';
import type { Courses } from './courses.ts';
import type { Asking } from './question.ts';

/** How the courses ended, in the order of the codebook, and the label of the threshold of each condition that has one. */
export type JudgedCourses = Courses & Readonly<{ thresholds: Readonly<Record<string, string>> }>;

const judged = new WeakMap<object, Map<string, Promise<JudgedCourses>>>();

/** The questions that ask for the same courses share them. */
export async function judgedCourses(asking: Asking): Promise<JudgedCourses> {
	const { cohort, filters, measure } = asking;
	if (cohort === undefined) return judge(asking);
	const known = judged.get(cohort) ?? new Map<string, Promise<JudgedCourses>>();
	judged.set(cohort, known);
	const key = JSON.stringify([measure.id, filters.threshold]);
	const found = known.get(key);
	if (found !== undefined) return found.catch(() => judge(asking));
	const courses = judge(asking);
	known.set(key, courses);
	courses.catch(() => known.delete(key));
	return courses;
}

async function judge(asking: Asking): Promise<JudgedCourses> {
	await run(asking.db, judgeCoursesSql, courseEndsParameters(asking));
	const ends = await rows(asking.db, courseEnd, courseEndsSql);
	const pairs = await rows(asking.db, coursePair, coursePairsSql);
	return { ends: ends.sort(codebookOrder(asking.codebook)), pairs, thresholds: thresholdLabels(asking) };
}
