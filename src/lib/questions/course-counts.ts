import type { CourseEnding, CoursePair as Pair } from '#lib/statistics/course-influence.ts';
import type { Course } from './course-ends.ts';
import type { Courses } from './courses.ts';

export const endings = ['responded', 'left', 'discharged'] as const;

/** How the course of a patient in care can end, as states that compete; `open` where it has not. */
export type Ending = (typeof endings)[number] | 'open';

/** One session: episodes by how they ended there, in the order of `endings`, and those last seen there that go on. */
export type CourseCount = Readonly<{ time: number; events: readonly number[]; censored: number }>;

/** A row for each session up to the last. */
export function courseCounts({ ends }: Pick<Courses, 'ends'>): CourseCount[] {
	const last = ends.reduce((latest, { session }) => Math.max(latest, session), 0);
	return Array.from({ length: last }, (_, place) => {
		const here = ends.filter(({ session, fate }) => session === place + 1 && fate !== 'unscored');
		const count = (ending: Ending) => here.reduce((sum, { fate, n }) => (endingOf(fate) === ending ? sum + n : sum), 0);
		return { time: place + 1, events: endings.map(count), censored: count('open') };
	});
}

/** Each two episodes of one patient, by the place of their endings in `endings`. */
export function endingPairs({ pairs }: Pick<Courses, 'pairs'>): Pair[] {
	return pairs.map(({ a, b, n }) => ({ a: endingPlace(a), b: endingPlace(b), n }));
}

export function endingOf(fate: Course['fate']): Ending {
	return fate === 'responded' || fate === 'left' || fate === 'open' ? fate : 'discharged';
}

function endingPlace({ session, fate }: Course): CourseEnding {
	const place = endings.findIndex((ending) => ending === endingOf(fate));
	return { time: session, event: place < 0 ? null : place };
}
