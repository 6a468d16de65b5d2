import { shownSessions } from '#lib/server/disclosure/shown-sessions.ts';
import { siblingSessions } from '#lib/server/disclosure/sibling-sessions.ts';
import type { SessionCell } from '#lib/server/disclosure/totals-fit.ts';
import type { LastScores } from './left-shares.ts';

/**
 * For each part of a condition, the sessions at which the share that had left may be shown: between two of them, and after the last,
 * nobody left or at least `minimum` patients, and the same holds of what follows for the parts that are `hidden`.
 */
export function shownShares(parts: readonly (readonly LastScores[])[], hidden: readonly boolean[], minimum: number): ReadonlySet<number>[] {
	const told = parts.filter((_, part) => hidden[part] !== true).map(cells);
	const secret = parts.filter((_, part) => hidden[part] === true).flatMap(cells);
	const all = [...told, ...(secret.length === 0 ? [] : [secret])];
	const latest = Math.max(0, ...all.flat().map(({ session }) => session));
	const whole = shownSessions(all.flat(), Array.from({ length: latest }, (_, place) => place + 1), minimum);
	const shown = all.length < 2 ? [whole] : siblingSessions(all, whole, minimum, [], secret.length === 0 ? undefined : told.length);
	const places = parts.map((_, part) => hidden.slice(0, part).filter((each) => !each).length);
	return parts.map((_, part) => new Set(hidden[part] === true ? [] : [1, ...(shown[places[part] ?? 0] ?? []).map((session) => session + 1)]));
}

/** Those who had left by a session are those whose last score came in one before. */
function cells(ends: readonly LastScores[]): SessionCell[] {
	return ends.map(({ session, n, patients }) => ({ session, state: 'left', n, patients }));
}
