import { primaryThreshold } from './primary-threshold.ts';
import type { Measure, Threshold } from './schema.ts';

/** The threshold of the measure that `id` names, where it is meant for the condition; the primary one where `id` is null or names none. */
export function chosenThreshold(measure: Measure, id: string | null, condition: string): Threshold | undefined {
	const named = measure.thresholds.find((threshold) => threshold.id === id);
	if (named === undefined) return primaryThreshold(measure, condition);
	return named.conditions.length === 0 || named.conditions.includes(condition) ? named : undefined;
}
