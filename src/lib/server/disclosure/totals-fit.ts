/** Episodes that entered a state at a session; `patients` counts none twice. */
export type SessionCell = Readonly<{ session: number; state: string; n: number; patients: number }>;

/**
 * Whether running totals at these ascending sessions give no small cell away: no state entered by 1 to `minimum` − 1 patients
 * between two of them. To Infinity, the states count together, since only their sum is known of those who are left.
 */
export function totalsFit(cells: readonly SessionCell[], sessions: readonly number[], minimum: number): boolean {
	return sessions.slice(1).every((to, place) => {
		const between = cells.filter(({ session }) => session > (sessions[place] ?? 0) && session <= to);
		if (to === Infinity) return !small(between, minimum);
		return [...new Set(between.map(({ state }) => state))].every((state) => !small(between.filter((cell) => cell.state === state), minimum));
	});
}

function small(cells: readonly SessionCell[], minimum: number): boolean {
	return cells.some(({ n }) => n > 0) && cells.reduce((sum, { patients }) => sum + patients, 0) < minimum;
}
