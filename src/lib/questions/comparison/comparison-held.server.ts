import { conditionThresholds } from '#lib/codebook/condition-thresholds.ts';
import type { HeldScores } from '#lib/server/held/held-courses.ts';
import type { HeldAsking } from '../question.ts';
import { scoredHeld } from '../scored-held.server.ts';
import { scoredResponse } from '../scored-response.ts';
import { comparedTally, type ComparedTally } from './compared-tally.server.ts';
import type { Counted } from './comparison.server.ts';
import { patternKeys } from './pattern-keys.server.ts';

/** What the statements give, in one pass over what is held of the episodes. */
export async function comparisonHeld(asking: HeldAsking, scores: HeldScores): Promise<Counted> {
	const { held, codebook, filters, measure } = asking;
	const thresholds = conditionThresholds(codebook, measure, filters.threshold);
	const keys = patternKeys(held.courses, scores.values);
	const tallies: ComparedTally[] = [];
	let tally: ComparedTally | undefined;
	await scoredHeld(asking, scores, {
		beginCondition(name) {
			const threshold = thresholds.find(({ condition }) => condition === name);
			tally = comparedTally(name, keys, scores.values, threshold && scoredResponse(threshold, measure));
			tallies.push(tally);
		},
		add: (episode, patient, first, last) => tally?.add(episode, patient, first, last),
		endPatient: () => tally?.endPatient(),
	});
	return {
		sides: tallies.flatMap((each) => each.sides()),
		async of(compared) {
			const found = tallies.map((each) => each.of(compared));
			return { patterns: found.flatMap(({ patterns }) => patterns), patientPairs: found.flatMap(({ patientPairs }) => patientPairs), levels: found.flatMap(({ levels }) => levels) };
		},
	};
}
