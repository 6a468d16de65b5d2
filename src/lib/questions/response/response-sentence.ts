import { interval, percent, percents } from '#lib/charts/number.ts';
import { noEpisode } from '../no-episode.ts';
import type { ResponseGroup, ResponseResult } from './result.ts';

/** When the one condition asked about responded, and what had become of everyone by the last session that can be shown. */
export function responseSentence({ groups: [group] }: ResponseResult): string {
	if (group === undefined) return noEpisode;
	if (group.notEstimable !== null) return `When they responded cannot be told: ${group.notEstimable}.`;
	const said = [medianSentence(group), statesSentence(group)].filter((sentence) => sentence !== null);
	return said.length === 0 ? 'Too few patients to tell when they responded; the figures are withheld.' : said.join(' ');
}

function medianSentence({ median, threshold }: ResponseGroup): string | null {
	if (median === null) return null;
	const reached = threshold ?? 'a meaningful improvement';
	if (median.estimate === null) return `Half had not reported ${reached} by the last session that can be shown, even had all gone on.`;
	const { estimate, lower, upper } = median;
	const limits = lower === null || upper === null ? '' : ` (95\u00a0% interval ${interval({ lower, upper }, String)})`;
	return `Had all gone on, half would have reported ${reached} by session ${estimate}${limits}.`;
}

function statesSentence(group: ResponseGroup): string | null {
	const end = group.points.findLast(({ states }) => states !== null);
	if (end === undefined || end.states === null) return null;
	const { responded, left, discharged } = end.states;
	const limits = responded.lower === null || responded.upper === null ? '' : ` (95\u00a0% interval ${percents({ lower: responded.lower, upper: responded.upper })})`;
	return `As things went, ${percent(responded.estimate)}${limits} had responded by session ${end.session}, ${percent(left.estimate)} had left without a response, and ${percent(discharged.estimate)} were discharged without one.`;
}
