import { courseNumbers } from '../course-numbers.ts';
import type { ScoredResponse } from '../scored-response.ts';
import { holding, type Part } from './part-rows.ts';

/** Episodes of one condition, counted as they come. */
export type PartTally = Readonly<{
	/** gives what holds of the episode, with its `discharge`; `first` and `last` are 1 + the place of a score, or 0 */
	add(visits: number, discharge: number, first: number, last: number): number;
	/** counts a patient, of whom all that holds that does of an episode */
	addPatient(holds: number): void;
	part(): Part;
}>;

type Judging = Readonly<{ responds: ScoredResponse | undefined; isBetter: (first: number, last: number) => boolean }>;

/** `values` are the scores of the measure in ascending order; `responds` is undefined where the condition has no threshold, so that nobody is judged. */
export function partTally(values: Float64Array, judging: Judging): PartTally {
	const [visitCounts, discharged, counts, holds]: [number[], number[], number[], number[]] = [[], [], [], []];
	const patients = new Map<number, number>();
	const scored = courseNumbers();
	const scoresOf = (key: number) => [values[Math.floor(key / (values.length + 1)) - 1] ?? NaN, values[(key % (values.length + 1)) - 1] ?? NaN] as const;
	return {
		add(visits, discharge, first, last) {
			visitCounts[visits] = (visitCounts[visits] ?? 0) + 1;
			discharged[discharge] = (discharged[discharge] ?? 0) + 1;
			if (first === 0) return holding.there | discharge;
			const number = scored.numberOf(first * (values.length + 1) + last);
			if (number === holds.length) holds.push(holdsOf(scoresOf(scored.keys[number] ?? 0), judging));
			counts[number] = (counts[number] ?? 0) + 1;
			return holding.there | discharge | (holds[number] ?? 0);
		},
		addPatient(all) {
			patients.set(all, (patients.get(all) ?? 0) + 1);
		},
		part: () => ({
			visits: Array.from(visitCounts, (count) => count ?? 0),
			scored: scored.keys.map((key, number) => {
				const [first, last] = scoresOf(key);
				return { first, last, holds: holds[number] ?? 0, n: counts[number] ?? 0 };
			}),
			completed: discharged[holding.completed] ?? 0,
			notCompleted: discharged[holding.notCompleted] ?? 0,
			patients: (bit) => [...patients].reduce((sum, [all, n]) => (all & bit ? sum + n : sum), 0),
		}),
	};
}

function holdsOf([first, last]: readonly [number, number], { responds, isBetter }: Judging): number {
	const followed = Number.isNaN(last) ? 0 : holding.followed;
	if (responds === undefined) return followed;
	if (responds(first, last)) return followed | holding.responded;
	if (followed === 0) return holding.other;
	return followed | holding.other | holding.followedOther | (isBetter(first, last) ? holding.lessBetter : holding.noBetter);
}
