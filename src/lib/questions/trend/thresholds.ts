import { primaryThreshold } from '#lib/codebook/primary-threshold.ts';
import type { Codebook, Measure, Threshold } from '#lib/codebook/schema.ts';

export type ConditionThreshold = Readonly<{ condition: string; kind: Threshold['kind']; value: number; label: string }>;

/** What a responder must reach, condition by condition: the threshold asked for where it is meant for the condition, else the primary one. */
export function thresholds({ conditions }: Codebook, measure: Measure, asked: string | null): ConditionThreshold[] {
	const named = measure.thresholds.find(({ id }) => id === asked);
	return conditions.flatMap(({ id }) => {
		const threshold = named === undefined ? primaryThreshold(measure, id) : named.conditions.length === 0 || named.conditions.includes(id) ? named : undefined;
		return threshold === undefined ? [] : [{ condition: id, kind: threshold.kind, value: threshold.value, label: threshold.label }];
	});
}
