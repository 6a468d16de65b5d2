import type { Course } from './course-ends.ts';
import type { Courses } from './courses.ts';

export const endings = ['responded', 'left', 'discharged'] as const;

/** How the course of a patient in care can end, as states that compete; `open` where it has not, or where that cannot be told yet. */
export type Ending = (typeof endings)[number] | 'open';

/** One session: episodes by how they ended there, in the order of `endings`, and those last seen there that go on. */
export type CourseCount = Readonly<{ time: number; events: readonly number[]; censored: number }>;

/** A row for each session up to the last. */
export function courseCounts({ ends }: Pick<Courses, 'ends'>): CourseCount[] {
	const last = ends.reduce((latest, { session }) => Math.max(latest, session), 0);
	return Array.from({ length: last }, (_, place) => {
		const here = ends.filter(({ session, fate }) => session === place + 1 && fate !== 'unscored');
		const count = (ending: Ending) => here.reduce((sum, end) => (endingOf(end) === ending ? sum + end.n : sum), 0);
		return { time: place + 1, events: endings.map(count), censored: count('open') };
	});
}

export function endingOf({ fate, session, settled }: Pick<Course, 'fate' | 'session' | 'settled'>): Ending {
	if (fate === 'responded') return fate;
	if (fate === 'open' || settled < session) return 'open';
	return fate === 'left' ? fate : 'discharged';
}
