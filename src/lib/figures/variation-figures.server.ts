import { drawBoth } from '#lib/charts/draw.server.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { variationChart } from '#lib/questions/variation/chart.ts';
import { outcomes } from '#lib/questions/variation/outcome.ts';
import type { VariationResult } from '#lib/questions/variation/result.ts';
import { isShown, variationLabel, variationMargin, variationNotes, variationTable } from '#lib/questions/variation/words.ts';

/** A funnel of response and one of change for clinics and for therapists, where there is a point to show. */
export function variationFigures(answer: Answer<VariationResult>, { measure, source }: Readonly<{ codebook: Codebook; measure: Measure; source: string }>) {
	return outcomes(answer, measure)
		.map((outcome) => ({ outcome, funnel: answer[outcome.level][outcome.outcome] }))
		.filter(({ funnel }) => isShown(funnel))
		.map(({ outcome, funnel }) => ({
			source,
			title: outcome.title,
			notes: variationNotes(funnel, outcome),
			margin: variationMargin(funnel, outcome),
			drawings: drawBoth((size) => variationChart(funnel, outcome, size), variationLabel(funnel, outcome, answer.snapshot.synthetic)),
			readings: [],
			table: variationTable(funnel, outcome),
		}));
}
