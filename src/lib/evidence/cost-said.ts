import { percent } from '#lib/charts/number.ts';
import type { Codebook } from '#lib/codebook/schema.ts';
import { costSentence } from '#lib/questions/cost/cost-sentence.ts';
import type { CostResult } from '#lib/questions/cost/result.ts';
import { costsOf, rowText } from '#lib/questions/cost/words.ts';
import { Refused } from './refused.ts';
import type { Said } from './said.ts';

/** What care cost, where enough of it has a price. */
export function costSaid(result: CostResult, codebook: Codebook, leastTold: number): Said {
	const { episodes, complete } = result.coverage;
	if (episodes === null || complete === null) throw new Refused('too few patients match to print what their care cost. Choose a longer period, or fewer filters.');
	if (complete / episodes < leastTold) throw new Refused(`every visit has a price in ${percent(complete / episodes)} of the episodes, and at least ${percent(leastTold)} must have before costs may be printed. Record the price of each visit, or choose a period or clinic in which it was.`);
	const rows = costsOf(result, codebook).flatMap(({ panels }) => panels.flatMap(({ title, rows: own }) => own.filter(({ part }) => part === 'all').map((row) => ({ label: `${title}, 95\u00a0% interval`, text: rowText(row) }))));
	return { lead: costSentence(result, codebook), keyNumbers: rows };
}
