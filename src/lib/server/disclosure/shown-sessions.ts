/** Episodes that entered a state at a session; `patients` counts none twice. */
export type SessionCell = Readonly<{ session: number; state: string; n: number; patients: number }>;

/**
 * Sessions at which running totals may be shown, for several sets of episodes together: between two that are shown, no set has 1 to
 * `minimum` − 1 patients enter a state, nor so few left in all after the last. `candidates` are tried in their order.
 */
export function shownSessions(sets: readonly (readonly SessionCell[])[], candidates: readonly number[], minimum: number): number[] {
	const small = (cells: readonly SessionCell[]) => sum(cells, 'n') > 0 && sum(cells, 'patients') < minimum;
	const fits = (from: number, to: number | undefined) =>
		sets.every((cells) => {
			const between = cells.filter(({ session }) => session > from && session <= (to ?? Infinity));
			const states = to === undefined ? [between] : [...new Set(between.map(({ state }) => state))].map((state) => between.filter((cell) => cell.state === state));
			return !states.some(small);
		});
	let shown: number[] = [];
	for (const session of candidates) {
		const before = shown.findLast((each) => each < session) ?? 0;
		const after = shown.find((each) => each > session);
		if (!shown.includes(session) && fits(before, session) && fits(session, after)) shown = [...shown, session].sort((a, b) => a - b);
	}
	return shown;
}

function sum(cells: readonly SessionCell[], column: 'n' | 'patients'): number {
	return cells.reduce((total, cell) => total + cell[column], 0);
}
