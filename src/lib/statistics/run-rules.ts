/**
 * The four run rules of a process chart, point by point.
 *
 * Says which `points`, in order of time, are unlikely while nothing changes: `outside` a limit, which lies `reach` above and below
 * `centre`; part of 7 or more in a row on one side of the centre (`shift`), where a point on the centre ends the row; part of 7 or
 * more in a row of which each is above the one before, or each below (`trend`); beyond two thirds of the way to a limit together
 * with another of the same side within 3 neighbours (`near`). `reach` and `centre` may vary from point to point. Assumes
 * independent points about a known centre; 7 points in 100 are then flagged though nothing changed, 6 of them in a row on one side.
 *
 * Provost LP, Murray SK (2011). The health care data guide. Jossey-Bass, ch. 4; NHS England (2019). Making data count.
 * R: `rle(sign(x - centre))`, `rle(sign(diff(x)))` and `stats::embed(abs(x - centre) > 2 / 3 * reach, 3)`
 */
export function runRules(points: readonly Readonly<{ value: number; centre: number; reach: number }>[]): RunSignals[] {
	const deviations = points.map(({ value, centre }) => value - centre);
	const steps = points.slice(1).map(({ value }, i) => Math.sign(value - points[i]!.value));
	const inShift = longRuns(deviations.map(Math.sign), 7);
	const inSteps = longRuns(steps, 6);
	const beyond = points.map(({ reach }, i) => (Math.abs(deviations[i]!) > (2 / 3) * reach ? Math.sign(deviations[i]!) : 0));
	return points.map(({ reach }, i) => ({
		outside: Math.abs(deviations[i]!) > reach,
		shift: inShift[i]!,
		trend: inSteps[i] === true || inSteps[i - 1] === true,
		near: beyond[i] !== 0 && [-2, -1, 1, 2].some((away) => beyond[i + away] === beyond[i]),
	}));
}

export type RunSignals = Readonly<{ outside: boolean; shift: boolean; trend: boolean; near: boolean }>;

/** Which signs belong to a row of at least `length` equal ones; zeros belong to none. */
function longRuns(signs: readonly number[], length: number): boolean[] {
	const inRun = signs.map(() => false);
	for (let start = 0, end = 0; start < signs.length; start = end) {
		while (end < signs.length && signs[end] === signs[start]) end++;
		if (signs[start] !== 0 && end - start >= length) inRun.fill(true, start, end);
	}
	return inRun;
}
