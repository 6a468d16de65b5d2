import { endingOf } from '#lib/questions/course-counts.ts';
import type { CourseEnd } from '#lib/questions/course-ends.ts';
import { shownSessions, type SessionCell } from './shown-sessions.ts';
import { withheldCells } from './withheld-cells.ts';

type Ends = readonly CourseEnd[];

/** Courses of one condition, or of one condition and protocol, with what may be shown of them. */
export type ShownCourse = Readonly<{
	condition: string;
	protocol: string;
	/** too few patients, or needed to hide a group that has too few */
	hidden: boolean;
	/** whose courses `ends` are: those whose baseline lets them reach the threshold, or, where the others are few, everyone's */
	of: 'able' | 'all';
	ends: Ends;
	/** everyone with a baseline */
	all: Ends;
	/** at which responses and departures may be told, those in which also how departures differ, and those in which both of `ends` and `all` */
	sessions: readonly number[];
	stateSessions: readonly number[];
	bothSessions: readonly number[];
}>;

/** Running totals at these sessions are more wanted than at others, for the bounds at the third and sixth session. */
const wanted = [2, 3, 5, 6];

/** What may be shown of the courses of each group, such that neither the groups of a condition nor their sum give away a small cell. */
export function shownCourses(rows: Ends, minimum: number): ShownCourse[] {
	const conditions = [...new Set(rows.map(({ condition }) => condition))];
	return conditions.flatMap((condition) => siblingCourses(rows.filter((row) => row.condition === condition && row.fate !== 'unscored'), minimum));
}

function siblingCourses(rows: Ends, minimum: number): ShownCourse[] {
	const protocols = [...new Set(rows.map(({ protocol }) => protocol))];
	const groups = protocols.map((protocol) => rows.filter((row) => row.protocol === protocol));
	const hidden = withheldCells(groups.map(patientsOf), minimum);
	const secret = groups.filter((_, index) => hidden[index]).flat();
	const sets = [...groups.filter((_, index) => hidden[index] !== true), secret].filter((ends) => ends.length > 0);
	const whole = chains([rows], minimum, [...wanted, ...sessionsOf(rows)]);
	const of = whole.of === 'able' && !sets.some((ends) => fewUnable(ends, minimum)) ? 'able' : 'all';
	const shown = chains(sets, minimum, whole.of === of ? whole.sessions : whole.bothSessions, of);
	return groups.map((all, index) => ({
		condition: all[0]?.condition ?? '',
		protocol: protocols[index] ?? '',
		hidden: hidden[index] === true,
		ends: based(all, of),
		all,
		...shown,
	}));
}

function chains(sets: readonly Ends[], minimum: number, candidates: readonly number[], of: ShownCourse['of'] = sets.some((ends) => fewUnable(ends, minimum)) ? 'all' : 'able') {
	const bases = sets.map((ends) => based(ends, of));
	const response = (ends: Ends) => cells(ends, ({ fate }) => (fate === 'responded' ? 'responded' : 'ended'));
	const states = (ends: Ends) => cells(ends.filter(({ fate }) => fate !== 'open'), ({ fate }) => endingOf(fate));
	const sessions = shownSessions(bases.map(response), candidates, minimum);
	const others = sets.map((ends) => ends.filter(({ able }) => of === 'able' && !able));
	return {
		of,
		sessions,
		stateSessions: shownSessions(bases.map(states), sessions, minimum),
		bothSessions: shownSessions([...bases, ...others].map(response), sessions, minimum),
	};
}

function cells(ends: Ends, stateOf: (end: CourseEnd) => string): SessionCell[] {
	return ends.map((end) => ({ session: end.session, state: stateOf(end), n: end.n, patients: end.patients }));
}

function based(ends: Ends, of: ShownCourse['of']): Ends {
	return of === 'all' ? ends : ends.filter(({ able }) => able);
}

function fewUnable(ends: Ends, minimum: number): boolean {
	const unable = ends.filter(({ able }) => !able);
	return unable.length > 0 && patientsOf(unable) < minimum;
}

function patientsOf(ends: Ends): number {
	return ends.reduce((sum, { patients }) => sum + patients, 0);
}

function sessionsOf(ends: Ends): number[] {
	return [...new Set(ends.map(({ session }) => session))].sort((a, b) => a - b);
}
