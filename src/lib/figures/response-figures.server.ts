import { drawBoth } from '#lib/charts/draw.server.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { namedGroups } from '#lib/questions/named-groups.ts';
import { responseChart, responseMultiples } from '#lib/questions/response/chart.ts';
import type { ResponseResult } from '#lib/questions/response/result.ts';
import { statesChart } from '#lib/questions/response/states-chart.ts';
import { hasStates, statesLabel, statesNotes, statesReadings, statesTable, statesTitle } from '#lib/questions/response/states-words.ts';
import { isShown, responseLabel, responseMargin, responseNotes, responseReadings, responseTable, responseTitle } from '#lib/questions/response/words.ts';

/** Response by session and what became of everyone: in full for one group, as small multiples for several. */
export function responseFigures(answer: Answer<ResponseResult>, { codebook, source }: Readonly<{ codebook: Codebook; measure: Measure; source: string }>) {
	const { synthetic } = answer.snapshot;
	const all = namedGroups(answer.groups, codebook);
	const curves = all.filter(isShown);
	const stacks = all.filter(hasStates);
	const only = curves.length === 1 ? curves[0] : undefined;
	const alone = stacks.length === 1 ? stacks[0] : undefined;
	return [
		...(curves.length === 0
			? []
			: [
					{
						source,
						title: responseTitle(curves),
						notes: responseNotes(curves, all),
						margin: only === undefined ? [] : responseMargin(only),
						drawings: drawBoth((size) => (only === undefined ? responseMultiples(curves, size) : responseChart(only, size)), responseLabel(curves, synthetic)),
						readings: only === undefined ? [] : responseReadings(only),
						table: responseTable(curves),
					},
				]),
		...(stacks.length === 0
			? []
			: [
					{
						source,
						title: statesTitle(stacks),
						notes: statesNotes(stacks, all),
						drawings: drawBoth((size) => statesChart(stacks, size), statesLabel(stacks, synthetic)),
						readings: alone === undefined ? [] : statesReadings(alone),
						table: statesTable(stacks),
					},
				]),
	];
}
