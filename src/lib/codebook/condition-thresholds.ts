import { chosenThreshold } from './chosen-threshold.ts';
import type { Codebook, Measure, Threshold } from './schema.ts';

export type ConditionThreshold = Readonly<{ condition: string; kind: Threshold['kind']; value: number; label: string }>;

/** What a responder must reach, condition by condition, of those conditions that have a threshold; `asked` names one of the measure. */
export function conditionThresholds({ conditions }: Pick<Codebook, 'conditions'>, measure: Measure, asked: string | null): ConditionThreshold[] {
	return conditions.flatMap(({ id }) => {
		const threshold = chosenThreshold(measure, asked, id);
		return threshold === undefined ? [] : [{ condition: id, kind: threshold.kind, value: threshold.value, label: threshold.label }];
	});
}
