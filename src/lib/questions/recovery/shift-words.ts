import type { Measure } from '#lib/codebook/schema.ts';
import { decimal } from '#lib/charts/number.ts';
import { axisWords } from './axis-words.ts';
import type { RecoveryGroup } from './result.ts';

/** Stops of a slider from no shift to half of the scale. */
export function shiftRange({ minimum, maximum }: Measure): Readonly<{ most: number; step: number }> {
	return { most: (maximum - minimum) / 2, step: (maximum - minimum) / 20 };
}

/** Two lines of a chart's label. */
export function shiftName(delta: number): readonly string[] {
	return ['if those who left did', `${decimal(delta)} worse than that`];
}

/** The same beside a value. */
export function shiftReading(delta: number): string {
	return `those who left ${decimal(delta)} worse`;
}

/** What the shifted curve comes to at its end; null where nothing is supposed or shown. */
export function shiftSentence({ points, delta, shifted, axis }: RecoveryGroup, measure: Measure): string | null {
	const [first, last] = [shifted[0], shifted.at(-1)];
	const adjusted = points.find(({ session }) => session === last?.session)?.adjusted ?? null;
	if (delta === null || adjusted === null || first === undefined || last === undefined || first === last) return null;
	const { one } = axisWords[axis];
	const improvement = improved(first.mean, last.mean, measure);
	const change = `${decimal(Math.abs(improvement))} ${measure.unit} ${improvement >= 0 ? 'better' : 'worse'} than at ${one} ${first.session}`;
	return `Had those who left been ${decimal(delta)} ${measure.unit} worse than the model predicts, from their last score on, the mean at ${one} ${last.session} would be ${decimal(last.mean)} instead of ${decimal(adjusted.mean)}: ${change}.`;
}

/** How far off the model may be about those who left before the improvement is no longer a meaningful one. */
export function tippingSentence({ tipping, axis }: RecoveryGroup, measure: Measure): string | null {
	if (tipping === null) return null;
	const { one } = axisWords[axis];
	const label = measure.thresholds.find(({ id }) => id === tipping.threshold)?.label ?? tipping.threshold;
	const span = `from ${one} ${tipping.from} to ${tipping.to}`;
	if (tipping.delta === null) return `Nobody left ${span}, so no such supposition changes the mean.`;
	if (tipping.delta === 0) return `The mean improvement ${span} falls short of a meaningful one (${label}) as it is.`;
	const words = `The mean improvement ${span} is a meaningful one (${label})`;
	if (tipping.delta > measure.maximum - measure.minimum) return `${words}, and would be had those who left been worse by the whole scale.`;
	return `${words} unless those who left were more than ${decimal(tipping.delta)} ${measure.unit} worse than the model predicts.`;
}

function improved(first: number, last: number, { better }: Measure): number {
	return better === 'lower' ? first - last : last - first;
}
