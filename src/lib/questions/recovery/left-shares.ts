/** Episodes whose last score was given at `session`. */
export type LastScores = Readonly<{ session: number; n: number; patients: number }>;

/** The share of all episodes with a score whose last score came before a session. */
export function leftShares(ends: readonly LastScores[]): (session: number) => number {
	const all = ends.reduce((sum, { n }) => sum + n, 0);
	return (session) => ends.reduce((sum, end) => (end.session < session ? sum + end.n : sum), 0) / all;
}
