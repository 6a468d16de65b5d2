import { drawBoth } from '#lib/charts/draw.server.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { flowChart } from '#lib/questions/completeness/flow-chart.ts';
import { flowBoxes, flowLabel, flowNotes, flowSentence, flowTable, flowTitle } from '#lib/questions/completeness/flow-words.ts';
import { followUpChart } from '#lib/questions/completeness/follow-up-chart.ts';
import { followUpLabel, followUpMargin, followUpNotes, followUpSentence, followUpsOf, followUpTable, followUpTitle, hasFollowUps } from '#lib/questions/completeness/follow-up-words.ts';
import { missingChart } from '#lib/questions/completeness/missing-chart.ts';
import { missingGrid, missingLabel, missingNotes, missingSentence, missingTable, missingTitle } from '#lib/questions/completeness/missing-words.ts';
import type { CompletenessResult } from '#lib/questions/completeness/result.ts';
import { unscoredChart } from '#lib/questions/completeness/unscored-chart.ts';
import { hasUnscored, unscoredLabel, unscoredMargin, unscoredNotes, unscoredOf, unscoredSentence, unscoredTable, unscoredTitle } from '#lib/questions/completeness/unscored-words.ts';

type About = Readonly<{ codebook: Codebook; measure: Measure; source: string }>;

/** Who is counted at each step, of whom a change is known, which visits have no score, and what is not recorded by clinic and by month; `words` says each in a sentence. */
export function completenessFigures(answer: Answer<CompletenessResult>, { measure, source }: About) {
	const { synthetic } = answer.snapshot;
	const boxes = flowBoxes(answer);
	const followUps = followUpsOf(answer);
	const unscored = unscoredOf(answer);
	const grids = [missingGrid(answer, 'clinic', measure), missingGrid(answer, 'month', measure)].filter(({ rows }) => rows.length > 0);
	const about = { source, readings: [], margin: [] };
	return [
		{ ...about, of: 'episodes' as const, words: flowSentence(answer), title: flowTitle, notes: flowNotes(boxes), drawings: drawBoth((size) => flowChart(boxes, size), flowLabel(boxes, synthetic)), table: flowTable(boxes) },
		...(hasFollowUps(followUps)
			? [
					{
						...{ ...about, of: 'episodes' as const, words: followUpSentence(followUps), title: followUpTitle, notes: followUpNotes(followUps), margin: followUpMargin(followUps) },
						...{ drawings: drawBoth((size) => followUpChart(followUps, size), followUpLabel(followUps, synthetic)), table: followUpTable(followUps) },
					},
				]
			: []),
		...(hasUnscored(unscored)
			? [
					{
						...{ ...about, of: 'visits' as const, words: unscoredSentence(unscored), title: unscoredTitle, notes: unscoredNotes(unscored), margin: unscoredMargin(unscored) },
						...{ drawings: drawBoth((size) => unscoredChart(unscored, size), unscoredLabel(unscored, synthetic)), table: unscoredTable(unscored) },
					},
				]
			: []),
		...grids.map((grid) => ({
			...{ ...about, of: 'visits' as const, words: missingSentence(grid), title: missingTitle(grid), notes: missingNotes(grid) },
			...{ drawings: drawBoth((size) => missingChart(grid, size), missingLabel(grid, synthetic)), table: missingTable(grid) },
		})),
	];
}
