import type { HeldCohort } from './held-courses.ts';

/** The highest number of a session among the episodes selected, 0 where there are none. */
export function latestSession({ courses: { lastSession }, selected }: HeldCohort): number {
	let latest = 0;
	for (const episode of selected) latest = Math.max(latest, lastSession[episode] ?? 0);
	return latest;
}
