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
	const counts = Array.from({ length: last }, (_, place) => ({ time: place + 1, events: endings.map(() => 0), censored: 0 }));
	for (const end of ends) {
		const here = counts[end.session - 1];
		if (here === undefined || end.fate === 'unscored') continue;
		const ending = endingOf(end);
		if (ending === 'open') here.censored += end.n;
		else here.events[endings.indexOf(ending)] = (here.events[endings.indexOf(ending)] ?? 0) + end.n;
	}
	return counts;
}

export function endingOf({ fate, session, settled }: Pick<Course, 'fate' | 'session' | 'settled'>): Ending {
	if (fate === 'responded') return fate;
	if (fate === 'open' || settled < session) return 'open';
	return fate === 'left' ? fate : 'discharged';
}
