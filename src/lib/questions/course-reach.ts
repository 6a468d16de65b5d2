import type { ConditionThreshold } from '#lib/codebook/condition-thresholds.ts';
import type { Measure } from '#lib/codebook/schema.ts';

/**
 * What responds, by the place of the first score, 0 where there is none and else 1 + its place among the `values` of a measure: later scores
 * from the place in `from` up to the one in `to`. `able` is 1 where the first score lets the threshold be reached.
 */
export type CourseReach = Readonly<{ from: Int32Array; to: Int32Array; able: Uint8Array }>;

type Range = Pick<Measure, 'minimum' | 'maximum' | 'better'>;
type Threshold = Pick<ConditionThreshold, 'kind' | 'value'>;

/** `values` are in ascending order; nobody responds where there is no threshold. As `create-judged-course.sql` judges. */
export function courseReach(values: Float64Array, threshold: Threshold | undefined, { minimum, maximum, better }: Range): CourseReach {
	const toBetter = better === 'lower' ? -1 : 1;
	const way = threshold?.kind === 'at-most' ? -1 : threshold?.kind === 'at-least' ? 1 : toBetter;
	const [from, to, able] = [new Int32Array(values.length + 1), new Int32Array(values.length + 1), new Uint8Array(values.length + 1)];
	for (let first = 0; first <= values.length; first++) {
		const firstScore = first === 0 ? NaN : (values[first - 1] ?? NaN);
		const target = targetOf(firstScore, threshold, toBetter);
		const reached = (score: number) => way * (score - target) > -nearly;
		const border = firstWhere(values, (score) => reached(score) === way > 0);
		from[first] = way > 0 ? border : 0;
		to[first] = way > 0 ? values.length - 1 : border - 1;
		able[first] = reached(way < 0 ? minimum : maximum) && way * (firstScore - target) < -nearly ? 1 : 0;
	}
	return { from, to, able };
}

const nearly = 1e-9;

/** NaN where there is none, which nothing reaches. */
function targetOf(firstScore: number, threshold: Threshold | undefined, toBetter: number): number {
	if (threshold === undefined) return NaN;
	if (threshold.kind === 'points') return firstScore + toBetter * threshold.value;
	if (threshold.kind !== 'percent') return threshold.value;
	return firstScore === 0 ? NaN : firstScore + (toBetter * Math.abs(firstScore) * threshold.value) / 100;
}

/** Place of the first value that holds, of values in an order in which those that hold come last. */
function firstWhere(values: Float64Array, holds: (value: number) => boolean): number {
	let [low, high] = [0, values.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(values[middle] ?? NaN)) high = middle;
		else low = middle + 1;
	}
	return low;
}
