import { grayTest } from '#lib/statistics/gray-test.ts';
import { logRank, type GroupedPair } from '#lib/statistics/log-rank.ts';
import { courseCounts } from '../course-counts.ts';
import type { Course, CourseEnd, CoursePair } from '../course-ends.ts';
import { responseCounts } from '../response-counts.ts';
import type { ResponseComparison } from './result.ts';

type Compared = Readonly<{ condition: string; protocol: string; of: 'able' | 'all'; ends: readonly CourseEnd[] }>;

/** The tests of each condition between its protocols, as far as there are two or more; `pairs` are of episodes of one patient. */
export function compareProtocols(compared: readonly Compared[], pairs: readonly CoursePair[]): ResponseComparison[] {
	const conditions = [...new Set(compared.map(({ condition }) => condition))];
	return conditions.flatMap((condition) => {
		const siblings = compared.filter((each) => each.condition === condition);
		if (siblings.length < 2) return [];
		const counts = siblings.map(({ ends }) => courseCounts({ ends }));
		const own = pairs.filter((pair) => pair.condition === condition);
		return [{ condition, protocols: siblings.map(({ protocol }) => protocol), logRank: logRank(counts.map(responseCounts), grouped(siblings, own)).test, gray: grayTest(counts) }];
	});
}

/** The pairs of which both are among those compared. */
function grouped(siblings: readonly Compared[], pairs: readonly CoursePair[]): GroupedPair[] {
	const groupOf = (of: string, { able }: Course) => siblings.findIndex((each) => each.protocol === of && (each.of === 'all' || able));
	return pairs.flatMap(({ protocol, otherProtocol, a, b, n }) => {
		const [first, second] = [groupOf(protocol, a), groupOf(otherProtocol, b)];
		return first < 0 || second < 0 ? [] : [{ a: ending(first, a), b: ending(second, b), n }];
	});
}

function ending(group: number, { session, fate }: Course) {
	return { group, time: session, event: fate === 'responded' };
}
