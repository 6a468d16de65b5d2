import { nouns, scaleOf } from '#lib/charts/measure.ts';
import { count, decimal, interval } from '#lib/charts/number.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import { axisWords } from '#lib/questions/recovery/axis-words.ts';
import type { RecoveryGroup } from '#lib/questions/recovery/result.ts';
import { compared } from '#lib/questions/recovery/words.ts';
import { Refused } from './refused.ts';
import type { Said } from './said.ts';

/** From which mean to which, with those who left accounted for. */
export function recoverySaid(group: RecoveryGroup, measure: Measure): Said {
	const at = compared(group);
	if (at === null || at.first.adjusted === null || at.last.adjusted === null) throw new Refused(`no curve accounts for those who left${group.notEstimable === null ? '' : ` (${group.notEstimable})`}, and the mean of those who stayed is none to print. Choose a longer period, or fewer filters.`);
	const { one } = axisWords[group.axis];
	const [first, last] = [at.first.adjusted, at.last.adjusted];
	const scored = at.first.n === null || at.last.n === null ? '' : `; ${count(at.first.n)} episodes scored at ${one} ${at.first.session}, ${count(at.last.n)} at ${one} ${at.last.session}`;
	return {
		lead: `Patients reported ${nouns(measure)} of ${decimal(first.mean)} on average at ${one} ${at.first.session} and ${decimal(last.mean)} (95\u00a0% interval ${interval(last)}) at ${one} ${at.last.session}, with those who left accounted for (${scaleOf(measure)}, ${measure.better} is better${scored}).`,
		keyNumbers: [
			{ label: `Mean at ${one} ${at.first.session}, 95\u00a0% interval`, text: `${decimal(first.mean)} (${interval(first)})` },
			{ label: `Mean at ${one} ${at.last.session}, those who left accounted for`, text: `${decimal(last.mean)} (${interval(last)})` },
			{ label: `Mean at ${one} ${at.last.session} of those still attending`, text: `${decimal(at.plain)}${at.last.n === null ? '' : `, n ${count(at.last.n)}`}` },
		],
	};
}
