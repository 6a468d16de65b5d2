import type { CourseEnd } from './course-ends.ts';

export const endings = ['responded', 'left', 'discharged'] as const;

/** How the course of a patient in care can end, as states that compete; `open` where it has not. */
export type Ending = (typeof endings)[number] | 'open';

/** One session: episodes by how they ended there, in the order of `endings`, and those last seen there that go on. */
export type CourseCount = Readonly<{ time: number; events: readonly number[]; censored: number }>;

/** A row for each session up to the last. */
export function courseCounts(ends: readonly CourseEnd[]): CourseCount[] {
	const last = ends.reduce((latest, { session }) => Math.max(latest, session), 0);
	return Array.from({ length: last }, (_, place) => {
		const here = ends.filter(({ session, fate }) => session === place + 1 && fate !== 'unscored');
		const count = (ending: Ending) => here.reduce((sum, { fate, n }) => (endingOf(fate) === ending ? sum + n : sum), 0);
		return { time: place + 1, events: endings.map(count), censored: count('open') };
	});
}

export function endingOf(fate: CourseEnd['fate']): Ending {
	return fate === 'responded' || fate === 'left' || fate === 'open' ? fate : 'discharged';
}
