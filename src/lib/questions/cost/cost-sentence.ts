import type { Codebook } from '#lib/codebook/schema.ts';
import type { CostResult } from './result.ts';
import { amount, costsOf, type CostPanel, type Costs } from './words.ts';

/** What a responder, an episode and a session cost, currency by currency. */
export function costSentence(result: CostResult, codebook: Codebook): string {
	const said = costsOf(result, codebook).flatMap((costs) => currencySentence(costs, result.threshold) ?? []);
	return said.length === 0 ? 'No cost can be given: too few visits with a price match these filters.' : said.join(' ');
}

function currencySentence({ currency, panels }: Costs, threshold: string | null): string | null {
	const [responder, episode, session] = (['responder', 'episode', 'session'] as const).map((unit) => allOf(panels.find((panel) => panel.unit === unit)));
	const reached = threshold === null ? '' : ` (an episode in which a patient reported ${threshold})`;
	const parts = [
		episode === null || episode === undefined ? null : `an episode ${episode}`,
		session === null || session === undefined ? null : `a session ${session}`,
	].filter((part) => part !== null);
	if (responder !== null && responder !== undefined) return `All care together cost ${currency}\u00a0${responder} for each responder${reached}${parts.length === 0 ? '' : `; ${parts.join(', ')}`}.`;
	return parts.length === 0 ? null : `In ${currency}, on average: ${parts.join(', ')}.`;
}

/** `842 (809 to 877)` of all, or null where there is no such number. */
function allOf(panel: CostPanel | undefined): string | null {
	const all = panel?.rows.find(({ part }) => part === 'all');
	if (all === undefined || all.estimate === null) return null;
	return all.bounds === null ? amount(all.estimate) : `${amount(all.estimate)} (95\u00a0% interval ${amount(all.bounds.lower)} to ${amount(all.bounds.upper)})`;
}
