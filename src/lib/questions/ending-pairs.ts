import type { CourseEnding, CoursePair as EndingPair } from '#lib/statistics/course-influence.ts';
import type { Course, CoursePair } from './course-ends.ts';

/** Each two courses of one patient by how they ended; those that `keyOf` gives the same numbers, either way round, are counted together. */
export function endingPairs(pairs: readonly CoursePair[], keyOf: (course: Course) => number, endingOf: (course: Course) => CourseEnding): EndingPair[] {
	const counts = new Map<number, number>();
	const endings = new Map<number, CourseEnding>();
	for (const { a, b, n } of pairs) {
		const [one, other] = [keyOf(a), keyOf(b)];
		if (!endings.has(one)) endings.set(one, endingOf(a));
		if (!endings.has(other)) endings.set(other, endingOf(b));
		const pair = Math.min(one, other) * most + Math.max(one, other);
		counts.set(pair, (counts.get(pair) ?? 0) + n);
	}
	return [...counts].flatMap(([pair, n]) => {
		const [a, b] = [endings.get(Math.floor(pair / most)), endings.get(pair % most)];
		return a === undefined || b === undefined ? [] : [{ a, b, n }];
	});
}

/** More than there are numbers of endings; a pair of them is still a whole number. */
const most = 2 ** 26;
