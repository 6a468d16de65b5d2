import { endingOf } from '#lib/questions/course-counts.ts';
import type { CourseEnd } from '#lib/questions/course-ends.ts';
import { shownSessions } from './shown-sessions.ts';
import { siblingSessions } from './sibling-sessions.ts';
import type { SessionCell } from './totals-fit.ts';
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
	/** the last session at which enough patients of the group are still at risk for its estimates to rest on */
	lastSession: number;
	/** at which responses and departures may be told, those at which also the kinds of departure, and those at which both of `ends` and of `all` */
	sessions: readonly number[];
	stateSessions: readonly number[];
	bothSessions: readonly number[];
}>;

/** Running totals at these sessions are more wanted than at others: bounds are given by the third and by the sixth. */
const wanted = [2, 3, 6];

/** What may be shown of the courses of each group, such that neither the groups of a condition nor their sum give away a small cell. */
export function shownCourses(rows: Ends, minimum: number): ShownCourse[] {
	const conditions = [...new Set(rows.map(({ condition }) => condition))];
	return conditions.flatMap((condition) => siblingCourses(condition, rows.filter((row) => row.condition === condition), minimum));
}

function siblingCourses(condition: string, recorded: Ends, minimum: number): ShownCourse[] {
	const protocols = [...new Set(recorded.map(({ protocol }) => protocol))];
	const rows = recorded.filter(({ fate }) => fate !== 'unscored');
	const groups = protocols.map((protocol) => rows.filter((row) => row.protocol === protocol));
	const hidden = withheldCells(groups.map(patientsOf), minimum);
	const told = groups.filter((_, index) => hidden[index] !== true);
	const parts = hidden.includes(true) ? [...told, groups.filter((_, index) => hidden[index]).flat()] : told;
	const of = [rows, ...parts].some((ends) => fewUnable(ends, minimum)) ? 'all' : 'able';
	const sessions = shownParts(parts, told.length, fewUnable(rows, minimum) ? 'all' : 'able', of, minimum);
	return groups.map((all, index) => {
		const ends = based(all, of);
		const last = lastSession(ends, minimum);
		const settled = lastSession(ends.map((end) => ({ ...end, session: end.settled })), minimum);
		const until = (own: readonly number[] = []) => own.filter((session) => session <= last);
		const part = hidden[index] === true ? undefined : sessions[told.indexOf(all)];
		return {
			condition,
			protocol: protocols[index] ?? '',
			hidden: hidden[index] === true,
			of,
			ends,
			all,
			lastSession: last,
			sessions: until(part?.response),
			stateSessions: until(part?.states).filter((session) => session <= settled),
			bothSessions: until(part?.both),
		};
	});
}

/** Sessions of each part; those of the whole are the ones that an answer without protocols would show. */
function shownParts(parts: readonly Ends[], secret: number, ofWhole: ShownCourse['of'], of: ShownCourse['of'], minimum: number) {
	const rows = parts.flat();
	const base = responses(based(rows, ofWhole));
	const reached = lastSession(rows, minimum);
	const whole = shownSessions(base, sessionsOf(rows).filter((session) => session <= reached), minimum, wanted);
	const wholeStates = shownSessions(states(based(rows, ofWhole)), whole, minimum, wanted);
	const unable = responses(rows.filter(({ able }) => !able));
	const wholeBoth = shownSessions(unable, whole, minimum, wanted);
	const response = siblingSessions(parts.map((part) => responses(based(part, of))), of === ofWhole ? whole : wholeBoth, minimum, wanted, secret);
	const others = siblingSessions(parts.map((part) => responses(part.filter(({ able }) => of === 'able' && !able))), wholeBoth, minimum, wanted, secret);
	const kinds = siblingSessions(parts.map((part) => states(based(part, of))), wholeStates, minimum, wanted, secret);
	return parts.map((_, part) => ({
		response: response[part],
		states: kinds[part]?.filter((session) => response[part]?.includes(session)),
		both: others[part]?.filter((session) => response[part]?.includes(session)),
	}));
}

function responses(ends: Ends): SessionCell[] {
	return cells(ends, ({ fate }) => (fate === 'responded' ? 'responded' : 'ended'));
}

function states(ends: Ends): SessionCell[] {
	return cells(ends.filter((end) => endingOf(end) !== 'open'), endingOf);
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

function lastSession(ends: Ends, minimum: number): number {
	return sessionsOf(ends).findLast((session) => patientsOf(ends.filter((end) => end.session >= session)) >= minimum) ?? 0;
}

function sessionsOf(ends: Ends): number[] {
	return Array.from({ length: ends.reduce((latest, { session }) => Math.max(latest, session), 0) }, (_, place) => place + 1);
}
