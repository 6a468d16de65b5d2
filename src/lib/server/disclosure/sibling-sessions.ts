import { totalsFit, type SessionCell } from './totals-fit.ts';

/** More parts than these are shown at the same sessions or not at all, since what could be derived is too much to try. */
const mostParts = 8;

/**
 * Sessions at which running totals may be shown of each part of a whole that is shown at `sessions`, in ascending order; `wanted` ones are
 * tried first. What is not shown of some parts is known of their sum, the whole less the others; so no such sum may give a small
 * cell away either. A `secret` part, by its place, is never shown.
 */
export function siblingSessions(parts: readonly (readonly SessionCell[])[], sessions: readonly number[], minimum: number, wanted: readonly number[], secret?: number): number[][] {
	const shown = parts.map((): number[] => []);
	for (const session of [...sessions].sort((a, b) => Number(wanted.includes(b)) - Number(wanted.includes(a)) || a - b)) {
		const before = shown.map((own) => [...own]);
		shown.forEach((own, part) => part !== secret && own.push(session));
		if (secure(parts, shown, sessions, minimum)) continue;
		shown.forEach((own, part) => own.splice(0, own.length, ...(before[part] ?? [])));
		if (parts.length > mostParts) continue;
		for (const [part, own] of shown.entries()) {
			if (part === secret) continue;
			own.push(session);
			if (!secure(parts, shown, sessions, minimum)) own.pop();
		}
	}
	return shown.map((own) => own.sort((a, b) => a - b));
}

function secure(parts: readonly (readonly SessionCell[])[], shown: readonly (readonly number[])[], sessions: readonly number[], minimum: number): boolean {
	const hiddenAt = new Map(sessions.map((session) => [session, shown.flatMap((own, part) => (own.includes(session) ? [] : [part]))]));
	const sums = [...unions([...hiddenAt.values()]), ...parts.map((_, part) => [part])];
	return sums.every((sum) => {
		const known = sessions.filter((session) => {
			const hidden = hiddenAt.get(session) ?? [];
			return hidden.every((part) => sum.includes(part)) || !hidden.some((part) => sum.includes(part));
		});
		return known.length === 0 || totalsFit(sum.flatMap((part) => parts[part] ?? []), [0, ...known, Infinity], minimum);
	});
}

/** Every sum of the parts given that is one of them or several together. */
function unions(sums: readonly (readonly number[])[]): (readonly number[])[] {
	const found = new Map<string, readonly number[]>();
	for (const sum of sums) {
		for (const other of [[], ...found.values()]) {
			const union = [...new Set([...sum, ...other])].sort((a, b) => a - b);
			if (union.length > 0) found.set(union.join(), union);
		}
	}
	return [...found.values()];
}
