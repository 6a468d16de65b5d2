import type { CoursePair as Pair } from '#lib/statistics/course-influence.ts';
import type { CourseCount } from './course-counts.ts';
import type { Course } from './course-ends.ts';
import type { Courses } from './courses.ts';
import { endingPairs } from './ending-pairs.ts';

/** The same rows with response as the only event: whoever ended otherwise was last seen without it. */
export function responseCounts(counts: readonly CourseCount[]): Readonly<{ time: number; events: number; censored: number }>[] {
	return counts.map(({ time, events: [responded = 0, ...others], censored }) => ({ time, events: responded, censored: others.reduce((sum, n) => sum + n, censored) }));
}

/** Each two episodes of one patient, with response as the only event. */
export function responsePairs({ pairs }: Pick<Courses, 'pairs'>): Pair[] {
	return endingPairs(pairs, ({ session, fate }) => 2 * session + Number(fate === 'responded'), responseEnding);
}

export function responseEnding({ session, fate }: Course) {
	return { time: session, event: fate === 'responded' ? 0 : null };
}
