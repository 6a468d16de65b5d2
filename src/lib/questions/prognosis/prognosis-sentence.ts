import { percent, percents } from '#lib/charts/number.ts';
import { noEpisode } from '../no-episode.ts';
import { horizon, level } from './reevaluation.ts';
import type { PrognosisResult } from './result.ts';
import { chancesOf, noteOf } from './words.ts';

/** When the one condition asked about is to be thought over, or that no number of sessions says so. */
export function prognosisSentence({ groups: [group] }: PrognosisResult): string {
	if (group === undefined) return noEpisode;
	if (group.notEstimable !== null) return `Nothing can be said of the chances: ${group.notEstimable}.`;
	if (group.reevaluate !== null) return noteOf(group);
	const last = chancesOf(group).findLast(({ sessions }) => sessions === horizon);
	if (last === undefined) return 'Too few patients went on without a response to say what their chances were.';
	return `After ${last.session} sessions without a response, the last that can be shown, the chance of one within the next ${horizon} was still ${percent(last.estimate)} (95\u00a0% interval ${percents(last)}), had all gone on. At no session that can be shown does it stay below ${percent(level)}.`;
}
