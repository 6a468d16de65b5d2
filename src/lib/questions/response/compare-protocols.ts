import { grayTest } from '#lib/statistics/gray-test.ts';
import { logRank } from '#lib/statistics/log-rank.ts';
import { courseCounts } from '../course-counts.ts';
import type { CourseEnd } from '../course-ends.ts';
import { responseCounts } from '../response-counts.ts';
import type { ResponseComparison } from './result.ts';

type Course = Readonly<{ condition: string; protocol: string; ends: readonly CourseEnd[] }>;

/** The tests of each condition between its protocols, as far as there are two or more. */
export function compareProtocols(courses: readonly Course[]): ResponseComparison[] {
	const conditions = [...new Set(courses.map(({ condition }) => condition))];
	return conditions.flatMap((condition) => {
		const siblings = courses.filter((course) => course.condition === condition);
		if (siblings.length < 2) return [];
		const counts = siblings.map(({ ends }) => courseCounts({ ends }));
		return [{ condition, protocols: siblings.map(({ protocol }) => protocol), logRank: logRank(counts.map(responseCounts)).test, gray: grayTest(counts) }];
	});
}
