import type { OutcomePairs } from '#lib/statistics/cluster-wilson-interval.ts';
import type { Course, CourseEnd, CoursePair } from './course-ends.ts';

/** Episodes by how they ended, and each two of them that are of one patient. */
export type Courses = Readonly<{ ends: readonly CourseEnd[]; pairs: readonly CoursePair[] }>;

export function coursesWhere({ ends, pairs }: Courses, keep: (course: Course) => boolean): Courses {
	return { ends: ends.filter(keep), pairs: pairs.filter(({ a, b }) => keep(a) && keep(b)) };
}

export function countCourses({ ends }: Courses, counts: (course: Course) => boolean = () => true): number {
	return ends.filter(counts).reduce((sum, { n }) => sum + n, 0);
}

/** Pairs by how many of the two count. */
export function outcomePairs({ pairs }: Courses, counts: (course: Course) => boolean): OutcomePairs {
	const of = (yes: number) => pairs.reduce((sum, { a, b, n }) => (Number(counts(a)) + Number(counts(b)) === yes ? sum + n : sum), 0);
	return { both: of(2), one: of(1), neither: of(0) };
}
