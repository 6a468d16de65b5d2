/** Steps in the order in which they matter, should not all be shown: the whole, those followed, and what follows; the first score last. */
const priority = [0, 2, 3, 4, 1] as const;

/**
 * Which steps of a flow may be shown, given how many patients left at each (`left[k]` reached step k and not the next): as many as
 * can be without a difference between two that are shown, or the last that is shown, resting on 1 to `minimum` − 1 patients.
 */
export function shownSteps(left: readonly number[], minimum: number): boolean[] {
	let shown: number[] = [];
	for (const step of priority) {
		const trial = [...shown, step].sort((a, b) => a - b);
		const differences = trial.map((from, i) => left.slice(from, trial[i + 1]).reduce((sum, patients) => sum + patients, 0));
		if (differences.every((patients) => patients === 0 || patients >= minimum)) shown = trial;
	}
	return left.map((_, step) => shown.includes(step));
}
