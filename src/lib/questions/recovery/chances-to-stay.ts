import { logisticRegression, type EventCell } from '#lib/statistics/logistic-regression.ts';

/** Episodes after `session` whose first and latest score lie in these tenths of the range; `stayed` of the `n` have a later score. */
export type StayingCell = Readonly<{ session: number; baseline: number; latest: number; n: number; stayed: number }>;

/**
 * The chance of each episode to have another score, given its first score, its latest and the session, by logistic regression pooled over the
 * sessions: an intercept for each session, a slope for the first score, and one for the latest score, of their own for sessions that many left
 * and many did not. After a session that nobody left the chance is 1; after the last, 0. One chance a cell; a `reason` where none can be fitted.
 */
export function chancesToStay(cells: readonly StayingCell[]): readonly number[] | Readonly<{ reason: string }> {
	const sessions = [...new Set(cells.map(({ session }) => session))].sort((a, b) => a - b);
	const fewest = new Map(sessions.map((session) => [session, fewestOf(cells.filter((cell) => cell.session === session))]));
	const departing = sessions.filter((session) => (fewest.get(session) ?? 0) > 0);
	const modelled = cells.filter(({ session }) => departing.includes(session));
	if (modelled.length === 0) return cells.map(certain);
	for (const own of [departing.filter((session) => (fewest.get(session) ?? 0) >= OWN_SLOPE), []]) {
		const fit = logisticRegression(modelled.map((cell) => eventCell(cell, departing, own)));
		if ('reason' in fit) continue;
		const fitted = new Map(modelled.map((cell, place) => [cell, fit.probabilities[place] ?? Number.NaN]));
		return cells.map((cell) => fitted.get(cell) ?? certain(cell));
	}
	return { reason: 'which episodes have a later score follows from their scores, so those who left cannot be stood for by others' };
}

/** 1 where nobody left, 0 where nobody stayed. */
function certain({ n, stayed }: StayingCell): number {
	return stayed === n ? 1 : 0;
}

/** How many stayed or how many left, whichever is less. */
function fewestOf(cells: readonly StayingCell[]): number {
	const stayed = cells.reduce((sum, cell) => sum + cell.stayed, 0);
	return Math.min(stayed, cells.reduce((sum, { n }) => sum + n, 0) - stayed);
}

/** Predictors: 1, a 0 or 1 for each session but the first, the latest score alone and at each session of `own` slope, the first score. */
function eventCell({ session, baseline, latest, n, stayed }: StayingCell, sessions: readonly number[], own: readonly number[]): EventCell {
	const now = latest - MIDDLE;
	const at = sessions.slice(1).map((each) => (each === session ? 1 : 0));
	return { x: [1, ...at, now, ...own.map((each) => (each === session ? now : 0)), baseline - MIDDLE], n, events: stayed };
}

const MIDDLE = 5;
const OWN_SLOPE = 20;
