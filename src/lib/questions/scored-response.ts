import type { ConditionThreshold } from '#lib/codebook/condition-thresholds.ts';
import type { Measure } from '#lib/codebook/schema.ts';

/** Whether the last score is a response, given the first; NaN stands for a score that is not there. */
export type ScoredResponse = (first: number, last: number) => boolean;

/** As `create-scored-course.sql` judges. */
export function scoredResponse({ kind, value }: Pick<ConditionThreshold, 'kind' | 'value'>, { better }: Pick<Measure, 'better'>): ScoredResponse {
	const toBetter = better === 'lower' ? -1 : 1;
	if (kind === 'at-most') return (_, last) => last <= value;
	if (kind === 'at-least') return (_, last) => last >= value;
	if (kind === 'percent') return (first, last) => first !== 0 && toBetter * (last - first) * 100 >= value * Math.abs(first);
	return (first, last) => toBetter * (last - first) >= value;
}
