import { count, percents, plural } from '#lib/charts/number.ts';
import { roundedPercent } from '#lib/charts/rounded-percent.ts';
import type { CompletenessResult } from './result.ts';

/** Whether the figures can be trusted: the answer in a sentence with the numbers behind it, and what weighs most against them. */
export type Trust = Readonly<{ sentence: string; weakest: string | null }>;

/** A loss below the first can hardly turn a result, one above the second can (Schulz and Grimes 2002). */
const [little, much] = [0.05, 0.2] as const;

type Loss = Readonly<{ share: number; what: string }>;

export function trustOf(answer: CompletenessResult, synthetic: boolean): Trust {
	const losses = lossesOf(answer);
	const worst = losses.reduce<Loss | undefined>((most, loss) => (most === undefined || loss.share > most.share ? loss : most), undefined);
	const numbers = numbersOf(answer).join(', ');
	if (answer.records.read === 0) return { sentence: 'There is nothing to trust yet: no record has been imported.', weakest: null };
	if (worst === undefined || losses.length < 3) return { sentence: `That cannot be said of so few patients: ${numbers}.`, weakest: null };
	const verdict = worst.share < little ? 'Yes' : worst.share <= much ? 'With care' : 'Only in part';
	return {
		sentence: `${verdict}${synthetic ? ', and only to see how this works, since the records are made up' : ''}: ${numbers}.`,
		weakest: worst.share === 0 ? null : `Most is lost where ${worst.what}: ${roundedPercent(worst.share)}. ${judged(worst.share)}`,
	};
}

/** Shares of what could have counted and does not; fewer than three where one is withheld. */
function lossesOf({ records: { read, rejected }, followUp, fields }: CompletenessResult): Loss[] {
	const score = fields.find(({ field }) => field === 'score')?.share ?? null;
	return [
		...(read === 0 ? [] : [{ share: rejected / read, what: 'records were refused' }]),
		...(score === null ? [] : [{ share: score, what: 'visits have no score' }]),
		...(followUp === null ? [] : [{ share: 1 - followUp.estimate, what: 'an episode has no first score or no later one' }]),
	];
}

function numbersOf({ records: { read, rejected }, followUp, fields }: CompletenessResult): string[] {
	const score = fields.find(({ field }) => field === 'score');
	return [
		`${rejected === 0 ? 'none' : count(rejected)} of the ${plural(read, 'record')} read ${rejected === 1 ? 'was' : 'were'} refused`,
		score === undefined || score.share === null || score.visits === null ? 'how many visits have a score is withheld' : `${roundedPercent(1 - score.share)} of the ${plural(score.visits, 'visit')} in the data have a score`,
		followUp === null ? 'and how many episodes can tell of a change is withheld' : `and ${roundedPercent(followUp.estimate)} of the ${plural(followUp.n, 'episode')} can tell of a change (95\u00a0% interval ${percents(followUp)})`,
	];
}

function judged(share: number): string {
	if (share < little) return `Below ${roundedPercent(little)}, that can hardly turn a result.`;
	if (share <= much) return `Between ${roundedPercent(little)} and ${roundedPercent(much)}, those who were not seen can move a result; the figures show them beside those who were.`;
	return `Above ${roundedPercent(much)}, those who were not seen can turn a result: rely on no figure that leaves them out.`;
}
