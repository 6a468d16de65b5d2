import { totalsFit, type SessionCell } from './totals-fit.ts';

/**
 * Sessions at which running totals of a set of episodes may be shown: between two that are shown, no state is entered by 1 to
 * `minimum` − 1 patients, nor are so few left in all after the last. As many of the `candidates`, in ascending order, as
 * can be shown together, a `wanted` one counting for one and a half.
 */
export function shownSessions(cells: readonly SessionCell[], candidates: readonly number[], minimum: number, wanted: readonly number[] = []): number[] {
	let chains: Chain[] = [{ sessions: [], worth: 0 }];
	for (const session of candidates) {
		const from = dearest(chains.filter(({ sessions }) => totalsFit(cells, [sessions.at(-1) ?? 0, session], minimum)));
		if (from !== undefined) chains = [...chains, { sessions: [...from.sessions, session], worth: from.worth + (wanted.includes(session) ? 1.5 : 1) }];
	}
	return [...(dearest(chains.filter(({ sessions }) => totalsFit(cells, [sessions.at(-1) ?? 0, Infinity], minimum)))?.sessions ?? [])];
}

/** Sessions that can be shown together up to the last of them. */
type Chain = Readonly<{ sessions: readonly number[]; worth: number }>;

function dearest(chains: readonly Chain[]): Chain | undefined {
	return chains.reduce<Chain | undefined>((best, chain) => (best === undefined || chain.worth > best.worth ? chain : best), undefined);
}
