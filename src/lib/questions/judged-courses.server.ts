import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import { rows, run } from '#lib/server/warehouse/database.ts';
import { courseEnd, courseEndsParameters, courseEndsSql, coursePair, coursePairsSql, judgeCoursesSql, thresholdLabels } from './course-ends.ts';
import type { Courses } from './courses.ts';
import { judgeHeld } from './judged-held.server.ts';
import type { AskedWith, Asking, HeldAsking } from './question.ts';

/** How the courses ended, in the order of the codebook, and the label of the threshold of each condition that has one. */
export type JudgedCourses = Courses & Readonly<{ thresholds: Readonly<Record<string, string>> }>;

const judged = new WeakMap<object, Map<string, Promise<JudgedCourses>>>();

/** The questions that ask for the same courses share them. */
export async function judgedCourses(asking: Asking): Promise<JudgedCourses> {
	return judgedOnce(asking, () => judge(asking));
}

/** The same from what is held of the episodes; undefined where the scores of the measure are not. */
export function judgedCoursesHeld(asking: HeldAsking): Promise<JudgedCourses> | undefined {
	const scores = asking.held.courses.scoresOf(asking.measure.id);
	return scores && judgedOnce(asking, async () => ({ ...(await judgeHeld(asking, scores)), thresholds: thresholdLabels(asking) }));
}

async function judgedOnce({ cohort, filters, measure }: AskedWith, judging: () => Promise<JudgedCourses>): Promise<JudgedCourses> {
	if (cohort === undefined) return judging();
	const known = judged.get(cohort) ?? new Map<string, Promise<JudgedCourses>>();
	judged.set(cohort, known);
	const key = JSON.stringify([measure.id, filters.threshold]);
	const found = known.get(key);
	if (found !== undefined) return found.catch(judging);
	const courses = judging();
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
