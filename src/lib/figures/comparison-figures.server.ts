import { drawBoth } from '#lib/charts/draw.server.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { balanceChart } from '#lib/questions/comparison/balance-chart.ts';
import { balanceLabel, balanceNotes, balanceTable, balancesOf } from '#lib/questions/comparison/balance-words.ts';
import { forestChart } from '#lib/questions/comparison/chart.ts';
import type { ComparisonResult } from '#lib/questions/comparison/result.ts';
import { forestLabel, forestMargin, forestNotes, forestTable, forestTitle, forests } from '#lib/questions/comparison/words.ts';

type About = Readonly<{ codebook: Codebook; measure: Measure; source: string }>;

/** A forest for each two protocols compared, and how alike their patients are. */
export function comparisonFigures(answer: Answer<ComparisonResult>, { codebook, measure, source }: About) {
	const { synthetic } = answer.snapshot;
	const balances = balancesOf(answer, codebook);
	return [
		...forests(answer, codebook).map((forest) => ({
			source,
			title: forestTitle(forest, measure),
			notes: forestNotes(forest, answer, codebook),
			margin: forestMargin(forest, measure),
			drawings: drawBoth((size) => forestChart(forest, measure, size), forestLabel(forest, measure, synthetic)),
			readings: [],
			table: forestTable(forest, measure),
		})),
		...(balances.length === 0
			? []
			: [
					{
						source,
						title: 'How unlike the patients of the two protocols are, before and after weighting',
						notes: balanceNotes(balances),
						drawings: drawBoth((size) => balanceChart(balances, size), balanceLabel(balances, synthetic)),
						readings: [],
						table: balanceTable(balances),
					},
				]),
	];
}
