import { drawBoth } from '#lib/charts/draw.server.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { doseChart } from '#lib/questions/dose/chart.ts';
import { quadrantChart } from '#lib/questions/dose/quadrant-chart.ts';
import { placesOf, quadrantLabel, quadrantNotes, quadrantTable, quadrantTitle } from '#lib/questions/dose/quadrant-words.ts';
import type { DoseResult } from '#lib/questions/dose/result.ts';
import { stripLabel, stripMargin, stripNotes, stripsOf, stripTable, stripTitle } from '#lib/questions/dose/words.ts';

type About = Readonly<{ codebook: Codebook; measure: Measure; source: string }>;

/** How many sessions episodes took, and what change went with them clinic by clinic. */
export function doseFigures(answer: Answer<DoseResult>, { codebook, measure, source }: About) {
	const { synthetic } = answer.snapshot;
	const { stated, clinics } = answer;
	const strips = stripsOf(answer, codebook);
	return [
		{
			source,
			title: stripTitle,
			notes: stripNotes(strips, stated),
			margin: stripMargin(answer),
			drawings: drawBoth((size) => doseChart(strips, stated, size), stripLabel(strips, stated, synthetic)),
			readings: [],
			table: stripTable(strips),
		},
		...(placesOf(clinics).length === 0
			? []
			: [
					{
						source,
						title: quadrantTitle(measure),
						notes: quadrantNotes(clinics),
						drawings: drawBoth((size) => quadrantChart(clinics, measure, size), quadrantLabel(clinics, measure, synthetic)),
						readings: [],
						table: quadrantTable(clinics, measure),
					},
				]),
	];
}
