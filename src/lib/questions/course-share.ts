import { clusterWilsonInterval } from '#lib/statistics/cluster-wilson-interval.ts';
import { countCourses, outcomePairs, type Courses } from './courses.ts';
import type { Course } from './course-ends.ts';

/** The share of the episodes that count, with limits that allow for several episodes of a patient; null where there are none. */
export function courseShare(courses: Courses, counts: (course: Course) => boolean) {
	const [count, n] = [countCourses(courses, counts), countCourses(courses)];
	const interval = clusterWilsonInterval(count, n, outcomePairs(courses, counts));
	return interval === undefined ? null : { count, n, ...interval };
}
