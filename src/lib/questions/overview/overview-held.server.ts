import { conditionThresholds } from '#lib/codebook/condition-thresholds.ts';
import type { Codebook } from '#lib/codebook/schema.ts';
import type { HeldColumn, HeldScores } from '#lib/server/held/held-courses.ts';
import type { HeldAsking } from '../question.ts';
import { scoredHeld } from '../scored-held.server.ts';
import { scoredResponse } from '../scored-response.ts';
import type { RawPart } from './overview.server.ts';
import { holding, partRows, type Part } from './part-rows.ts';
import { partTally, type PartTally } from './part-tally.ts';

/** The same as `totals.sql`, `change.sql` and `completion.sql` give, all episodes first, in one pass over what is held of them. */
export async function overviewHeld(asking: HeldAsking, scores: HeldScores): Promise<readonly Omit<RawPart, 'threshold'>[]> {
	const { held: { courses, selected }, codebook, filters, measure } = asking;
	const { visits, patients, columns: { dischargeReason } } = courses;
	const thresholds = conditionThresholds(codebook, measure, filters.threshold);
	const isBetter = (first: number, last: number) => (measure.better === 'lower' ? last < first : last > first);
	const discharges = dischargesOf(dischargeReason, codebook);
	const everyone = new Uint16Array(highest(patients, selected) + 1);
	const tallies: Readonly<{ name: string; tally: PartTally }>[] = [];
	let tally: PartTally | undefined;
	let holds = 0;
	await scoredHeld(asking, scores, {
		beginCondition(name) {
			const threshold = thresholds.find(({ condition }) => condition === name);
			tally = partTally(scores.values, { isBetter, responds: threshold && scoredResponse(threshold, measure) });
			tallies.push({ name, tally });
		},
		add(episode, _patient, first, last) {
			holds |= tally?.add(visits[episode] ?? 0, discharges[dischargeReason.codes[episode] ?? 0] ?? 0, first, last) ?? 0;
		},
		endPatient(patient) {
			tally?.addPatient(holds);
			everyone[patient] = (everyone[patient] ?? 0) | holds;
			holds = 0;
		},
	});
	const parts = tallies.map((each) => ({ name: each.name, part: each.tally.part() }));
	const all = together(parts.map(({ part }) => part), everyone);
	return [{ condition: null, ...partRows(null, all) }, ...parts.map(({ name, part }) => ({ condition: name, ...partRows(name, part) }))];
}

/** What holds of an episode by the code of its discharge reason. */
function dischargesOf({ values }: HeldColumn, { dischargeReasons }: Codebook): Uint16Array {
	const isCompleted = (reason: string) => dischargeReasons.some(({ id, course }) => id === reason && course === 'completed');
	return Uint16Array.from([0, ...values.map((reason) => (isCompleted(reason) ? holding.completed : holding.notCompleted))]);
}

/** A patient may have episodes of several conditions, so that patients do not add up. */
function together(parts: readonly Part[], everyone: Uint16Array): Part {
	const longest = parts.reduce((most, { visits }) => Math.max(most, visits.length), 0);
	const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
	return {
		visits: Array.from({ length: longest }, (_, count) => sum(({ visits }) => visits[count] ?? 0)),
		scored: parts.flatMap(({ scored }) => scored),
		completed: sum(({ completed }) => completed),
		notCompleted: sum(({ notCompleted }) => notCompleted),
		patients: (bit) => everyone.reduce((n, holds) => (holds & bit ? n + 1 : n), 0),
	};
}

function highest(patients: Uint32Array, selected: Uint32Array): number {
	let most = 0;
	for (const episode of selected) most = Math.max(most, patients[episode] ?? 0);
	return most;
}
