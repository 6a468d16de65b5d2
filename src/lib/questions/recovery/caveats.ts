import type { Codebook } from '#lib/codebook/schema.ts';
import type { AskedWith } from '../question.ts';
import { partLabel } from './part-label.ts';
import type { RecoveryGroup, RecoveryResult } from './result.ts';

/** What to beware of in a recovery answer. */
export function caveats({ groups }: RecoveryResult, { measure, minimumCell, codebook }: AskedWith): string[] {
	const withheld = groups.some(({ episodes, points }) => episodes === null || points.some(({ suppressed }) => suppressed));
	return [
		'Uncontrolled records: there is no comparison group, so the curve shows what patients reported, not what the treatment caused. Pain at the first visit is often at its worst, and part of the fall would have come without treatment.',
		'An episode is counted as one course even where the same patient has several.',
		...(groups.some(({ axis }) => axis === 'weeks') ? ['By weeks, an episode counts once in each week in which it has a score, with the first of them; a week without a visit is not a departure.'] : []),
		...(measure.thresholds.length > 0 ? [] : [`No threshold of meaningful change is recorded for ${measure.label}.`]),
		...(withheld ? [`Cells of fewer than ${minimumCell} patients, and cells from which they could be derived, are withheld.`] : []),
		...endsEarly(groups, codebook),
		...fallBack(groups, codebook),
	];
}

function endsEarly(groups: readonly RecoveryGroup[], codebook: Codebook): string[] {
	const ended = groups.filter(({ notEstimable }) => notEstimable !== null);
	const [only] = ended;
	if (only === undefined) return [];
	if (ended.length === 1) return [`${nameOf(only, codebook)}: ${only.notEstimable ?? ''}.`];
	return [`Too few scores to adjust the mean up to the last session: ${ended.map((group) => nameOf(group, codebook)).join('; ')}.`];
}

function fallBack(groups: readonly RecoveryGroup[], codebook: Codebook): string[] {
	const linear = groups.filter(({ model }) => model === 'linear');
	return linear.length === 0 ? [] : [`Too few scores for the full model, so a simpler one, in which each patient goes up or down along a straight line beside the common curve, made the adjusted mean of: ${linear.map((group) => nameOf(group, codebook)).join('; ')}.`];
}

function nameOf(group: RecoveryGroup, codebook: Codebook): string {
	const condition = codebook.conditions.find(({ id }) => id === group.condition)?.label ?? group.condition;
	const part = partLabel(group, codebook);
	return part === null ? condition : `${condition}, ${part}`;
}
