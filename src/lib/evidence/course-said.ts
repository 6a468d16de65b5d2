import { count, decimal, interval, percent, percents, plural, signed } from '#lib/charts/number.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import type { Overview } from '#lib/questions/overview/result.ts';
import type { KeyNumber } from './evidence.ts';
import { Refused } from './refused.ts';

type Course = Readonly<{ overview: Overview; minimumCell: number; followUp: Readonly<{ count: number; n: number }> | null; measure: Measure }>;

/** How the episodes went: how many improved and how much, how many did not, and how many left without saying. */
export function courseSaid({ overview, followUp, measure, minimumCell }: Course): Readonly<{ sentence: string; keyNumbers: readonly KeyNumber[] }> {
	const { change, responders } = overview;
	if (change === null || followUp === null) throw new Refused(`too few patients match to print anything of them: fewer than ${minimumCell}, or so nearly all that the others could be told. Choose a longer period, or fewer filters.`);
	if (responders === null) throw new Refused(`how many improved, or did not, rests on fewer than ${minimumCell} patients, or no threshold of the codebook says what an improvement is. Choose a longer period, fewer filters, or another measure.`);
	const { threshold, ofAll, ofFollowed, noBetter } = responders;
	const unseen = followUp.n - followUp.count;
	const others = ofFollowed.n - ofFollowed.count;
	const less = noBetter === null ? null : others - noBetter.count;
	const rest = noBetter === null || less === null ? `the other ${percent(others / ofFollowed.n)} did not` : `${percent(less / ofFollowed.n)} improved by less and ${percent(noBetter.estimate)} did not improve`;
	return {
		sentence: `Of ${unseen === 0 ? `all ${plural(followUp.n, 'episode')}` : `the ${count(ofFollowed.n)} of ${plural(followUp.n, 'episode')}`} scored again, ${percent(ofFollowed.estimate)} (${percents(ofFollowed)}) ended with ${threshold}, ${rest} (middle half of the changes: ${signed(change.q1)} to ${signed(change.q3)} ${measure.unit})${unseen === 0 ? '' : `; how the other ${count(unseen)} (${percent(unseen / followUp.n)}) went is not known`}.`,
		keyNumbers: [
			{ label: 'Episodes', text: count(followUp.n) },
			{ label: 'With a first and a later score', text: `${count(followUp.count)} (${percent(followUp.count / followUp.n)})` },
			{ label: 'Mean score, first and last', text: `${decimal(change.firstMean)} and ${decimal(change.lastMean)}` },
			{ label: 'Mean change, 95\u00a0% interval', text: `${signed(change.mean)} (${interval(change, signed)})` },
			{ label: 'Middle half of the changes', text: `${signed(change.q1)} to ${signed(change.q3)}` },
			{ label: `Ended with ${threshold}, of those scored again`, text: `${percent(ofFollowed.estimate)} (${percents(ofFollowed)}), ${count(ofFollowed.count)} of ${count(ofFollowed.n)}` },
			{ label: 'The same, of all who started', text: `${percent(ofAll.estimate)} (${percents(ofAll)}), ${count(ofAll.count)} of ${count(ofAll.n)}` },
			...(less === null ? [] : [{ label: 'Improved by less', text: `${percent(less / ofFollowed.n)}, ${count(less)} of ${count(ofFollowed.n)}` }]),
			...(noBetter === null ? [] : [{ label: 'No improvement', text: `${percent(noBetter.estimate)} (${percents(noBetter)}), ${count(noBetter.count)} of ${count(noBetter.n)}` }]),
			{ label: 'Left, or not asked: no first or no later score', text: `${count(unseen)} (${percent(unseen / followUp.n)})` },
		],
	};
}
