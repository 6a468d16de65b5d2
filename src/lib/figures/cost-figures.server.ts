import { drawBoth } from '#lib/charts/draw.server.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { costChart } from '#lib/questions/cost/chart.ts';
import type { CostResult } from '#lib/questions/cost/result.ts';
import { costLabel, costMargin, costNotes, costTable, costsOf } from '#lib/questions/cost/words.ts';

/** What care cost, a figure a currency. */
export function costFigures(answer: Answer<CostResult>, { codebook, source }: Readonly<{ codebook: Codebook; measure: Measure; source: string }>) {
	return costsOf(answer, codebook)
		.filter(({ panels }) => panels.length > 0)
		.map((costs) => ({
			source,
			title: `What care cost in ${costs.currency}: a session, an episode and a responder`,
			notes: costNotes(costs, answer),
			margin: costMargin(costs),
			drawings: drawBoth((size) => costChart(costs, size), costLabel(costs, answer.snapshot.synthetic)),
			readings: [],
			table: costTable(costs),
		}));
}
