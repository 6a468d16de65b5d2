import { drawBoth } from '#lib/charts/draw.server.ts';
import { noun } from '#lib/charts/measure.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { RecoveryGroup } from '#lib/questions/recovery/result.ts';
import { trialsChart } from '#lib/questions/recovery/trials-chart.ts';
import { publishedDifferences, trialsLabel, trialsMargin, trialsNotes, trialsTable } from '#lib/questions/recovery/trials-words.ts';

type About = Readonly<{ measure: Measure; codebook: Codebook; sources: Readonly<{ recovery: string }> }>;

/** What trials found beyond a comparator, where anything is published in points of the measure. */
export function trialsFigures(group: RecoveryGroup, { measure, codebook, sources }: About) {
	const condition = codebook.conditions.find(({ id }) => id === group.condition);
	const differences = condition === undefined ? [] : publishedDifferences(condition, measure);
	if (condition === undefined || differences.length === 0) return [];
	return [
		{
			source: sources.recovery,
			title: `What trials found beyond a comparator, ${noun(measure)}`,
			notes: trialsNotes(condition, measure),
			margin: trialsMargin(group, measure),
			drawings: drawBoth((size) => trialsChart(differences, measure, size), trialsLabel(differences, condition.label, measure)),
			readings: [],
			own: {
				method: 'differences as they were published, put onto the range of the measure in proportion; nothing was worked out anew.',
				comparison: 'The change of these records has no comparison group: this is what patients reported, not what the treatment caused.',
			},
			table: trialsTable(condition, measure),
		},
	];
}
