import { count, decimal, interval, percent, percents } from '#lib/charts/number.ts';
import { tolerabilitySentence } from '#lib/questions/tolerability/tolerability-sentence.ts';
import type { TolerabilityResult } from '#lib/questions/tolerability/result.ts';
import { Refused } from './refused.ts';
import type { Said } from './said.ts';

/** How long soreness lasted, how it spread, and at how many visits nobody said. */
export function tolerabilitySaid(result: TolerabilityResult, leastTold: number): Said {
	const { sessions } = result;
	const hours = result.spreads.find(({ outcome, part }) => outcome === 'soreness_hours' && part === 'all');
	if (sessions === null || hours === undefined || hours.n === null || hours.mean === null || hours.robust === null || hours.q1 === null || hours.q3 === null || hours.median === null) {
		throw new Refused('too few patients said anything of soreness to print it. Choose a longer period, or fewer filters.');
	}
	const told = hours.n / sessions;
	if (told < leastTold) throw new Refused(`soreness is recorded for ${percent(told)} of the visits, and at least ${percent(leastTold)} must say it before it may be printed. Ask for it at each visit, or choose a period or clinic in which it was asked.`);
	const shares = [
		{ label: 'Visits after which it was over within 48 hours', share: result.over.find((each) => each.part === 'all' && each.hours === 48)?.share },
		{ label: 'Visits with an adverse event of any kind', share: result.events.notEstimable === null ? result.events.parts.find(({ part }) => part === 'all')?.share : null },
	];
	return {
		lead: tolerabilitySentence(result),
		rest: `The middle half of ${count(hours.n)} visits reported ${decimal(hours.q1)} to ${decimal(hours.q3)} hours; of ${count(sessions)} visits in all, ${count(sessions - hours.n)} (${percent(1 - told)}) do not say.`,
		keyNumbers: [
			{ label: 'Visits, and those that say how long soreness lasted', text: `${count(sessions)}; ${count(hours.n)} (${percent(told)})` },
			{ label: 'Hours of soreness, mean and 95\u00a0% interval', text: `${decimal(hours.mean)} (${interval(hours.robust)})` },
			{ label: 'Hours of soreness, median and middle half', text: `${decimal(hours.median)} (${decimal(hours.q1)} to ${decimal(hours.q3)})` },
			...shares.flatMap(({ label, share }) => (share === null || share === undefined ? [] : [{ label, text: `${percent(share.estimate)} (${percents(share.robust ?? share.interval)}), ${count(share.count)} of ${count(share.n)}` }])),
		],
	};
}
