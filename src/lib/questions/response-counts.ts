import type { CourseCount } from './course-counts.ts';

/** The same rows with response as the only event: whoever ended otherwise was last seen without it. */
export function responseCounts(counts: readonly CourseCount[]): Readonly<{ time: number; events: number; censored: number }>[] {
	return counts.map(({ time, events: [responded = 0, ...others], censored }) => ({ time, events: responded, censored: others.reduce((sum, n) => sum + n, censored) }));
}
