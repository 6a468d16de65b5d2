import { drawBoth } from '#lib/charts/draw.server.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { flowChart } from '#lib/questions/completeness/flow-chart.ts';
import { flowBoxes, flowLabel, flowNotes, flowTable, flowTitle } from '#lib/questions/completeness/flow-words.ts';
import { followUpChart } from '#lib/questions/completeness/follow-up-chart.ts';
import { followUpLabel, followUpMargin, followUpNotes, followUpsOf, followUpTable, followUpTitle, hasFollowUps } from '#lib/questions/completeness/follow-up-words.ts';
import { missingChart } from '#lib/questions/completeness/missing-chart.ts';
import { missingGrid, missingLabel, missingNotes, missingTable, missingTitle } from '#lib/questions/completeness/missing-words.ts';
import type { CompletenessResult } from '#lib/questions/completeness/result.ts';

type About = Readonly<{ codebook: Codebook; measure: Measure; source: string }>;

/** Who is counted at each step, of whom a change is known, and what is not recorded by clinic and by month. */
export function completenessFigures(answer: Answer<CompletenessResult>, { measure, source }: About) {
	const { synthetic } = answer.snapshot;
	const boxes = flowBoxes(answer);
	const followUps = followUpsOf(answer);
	const grids = [missingGrid(answer, 'clinic', measure), missingGrid(answer, 'month', measure)].filter(({ rows }) => rows.length > 0);
	return [
		{ source, title: flowTitle, notes: flowNotes(boxes), drawings: drawBoth((size) => flowChart(boxes, size), flowLabel(boxes, synthetic)), readings: [], table: flowTable(boxes) },
		...(hasFollowUps(followUps)
			? [{ source, title: followUpTitle, notes: followUpNotes(followUps), margin: followUpMargin(followUps), drawings: drawBoth((size) => followUpChart(followUps, size), followUpLabel(followUps, synthetic)), readings: [], table: followUpTable(followUps) }]
			: []),
		...grids.map((grid) => ({ source, title: missingTitle(grid), notes: missingNotes(grid), drawings: drawBoth((size) => missingChart(grid, size), missingLabel(grid, synthetic)), readings: [], table: missingTable(grid) })),
	];
}
