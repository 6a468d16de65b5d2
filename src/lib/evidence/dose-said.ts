import { count, decimal, percent, percents, plural } from '#lib/charts/number.ts';
import type { DoseResult } from '#lib/questions/dose/result.ts';
import { Refused } from './refused.ts';
import type { Said } from './said.ts';

/** How many sessions a course of care had. */
export function doseSaid({ all: { sessions, share }, stated: { from, to } }: DoseResult): Said {
	const { within } = share;
	if (sessions === null || sessions.n === null || within === null) throw new Refused('too few patients match to print how many sessions they had. Choose a longer period, or fewer filters.');
	const { n, q1, median, q3 } = sessions;
	return {
		lead: `Patients had ${decimal(median, 0)} sessions in the median of ${plural(n, 'episode')}, the middle half ${decimal(q1, 0)} to ${decimal(q3, 0)}; ${percent(within.estimate)} (95\u00a0% interval ${percents(within)}) of the episodes had ${from} to ${to}.`,
		keyNumbers: [
			{ label: 'Sessions, median and middle half', text: `${decimal(median, 0)} (${decimal(q1, 0)} to ${decimal(q3, 0)})` },
			{ label: `${from} to ${to} sessions`, text: `${percent(within.estimate)} (${percents(within)}), ${count(within.count)} of ${count(within.n)}` },
		],
	};
}
