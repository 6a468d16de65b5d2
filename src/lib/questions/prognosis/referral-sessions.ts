import type { CourseEnd } from '../course-ends.ts';

type Ends = readonly CourseEnd[];

/**
 * After which of the `candidates`, the most wanted first, it may be told how many courses were referred on later, and for what where
 * `byReason`: between two of them, and after the last, none of the `sets` has 1 to `minimum` − 1 patients who were, nor who were
 * discharged otherwise, nor others.
 */
export function referralSessions(sets: readonly Ends[], candidates: readonly number[], byReason: boolean, minimum: number): number[] {
	return candidates.reduce<number[]>((kept, session) => {
		const trial = [...kept, session].sort((a, b) => a - b);
		return sets.every((ends) => trial.every((from, place) => large(ends.filter((end) => end.session > from && end.session <= (trial[place + 1] ?? Infinity)), byReason, minimum))) ? trial : kept;
	}, []);
}

function large(ends: Ends, byReason: boolean, minimum: number): boolean {
	const patients = new Map<string, number>();
	for (const end of ends) patients.set(partOf(end, byReason), (patients.get(partOf(end, byReason)) ?? 0) + end.patients);
	return [...patients.values()].every((count) => count >= minimum);
}

function partOf({ fate, referral }: CourseEnd, byReason: boolean): string {
	if (referral !== null) return byReason ? `referred: ${referral}` : 'referred';
	return fate === 'completed' || fate === 'other' ? 'discharged' : 'other';
}
