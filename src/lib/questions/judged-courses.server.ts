import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import { rows, run } from '#lib/server/warehouse/database.ts';
import { courseEnd, courseEndsParameters, courseEndsSql, coursePair, coursePairsSql, judgeCoursesSql, thresholdLabels } from './course-ends.ts';
import type { Courses } from './courses.ts';
import type { Asking } from './question.ts';

/** How the courses ended, in the order of the codebook, and the label of the threshold of each condition that has one. */
export type JudgedCourses = Courses & Readonly<{ thresholds: Readonly<Record<string, string>> }>;

export async function judgedCourses(asking: Asking): Promise<JudgedCourses> {
	await run(asking.db, judgeCoursesSql, courseEndsParameters(asking));
	const ends = await rows(asking.db, courseEnd, courseEndsSql);
	const pairs = await rows(asking.db, coursePair, coursePairsSql);
	return { ends: ends.sort(codebookOrder(asking.codebook)), pairs, thresholds: thresholdLabels(asking) };
}
