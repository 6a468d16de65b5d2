import type { Measure } from '#lib/codebook/schema.ts';
import type { HeldScores } from '#lib/server/held/held-courses.ts';
import { inSlices } from '#lib/server/held/in-slices.ts';
import type { HeldAsking } from '../question.ts';
import type { Followed } from './followed.server.ts';
import { heldGroups } from './held-groups.server.ts';
import { lastModelled } from './last-modelled.ts';
import { patternTally } from './pattern-tally.server.ts';
import { scoreTally, type Tenths } from './score-tally.server.ts';
import type { ScoredRows } from './scored-rows.server.ts';
import { stayingTally, weightedTally } from './staying-tally.server.ts';

/** The same as `scoredRows` by session and `followed` give, in one pass over the episodes, and another for the weighted sums. */
export async function heldScored({ held, filters, measure, stop }: Pick<HeldAsking, 'held' | 'filters' | 'measure' | 'stop'>, scores: HeldScores): Promise<Readonly<{ scored: ScoredRows; followed: Followed }>> {
	const { courses: { columns, patients }, selected } = held;
	const conditions = columns.condition.codes;
	const { starts, sessions } = scores;
	const tenths = tenthsOf(scores.values, measure);
	const { groups, placeOf } = await heldGroups(held, filters.by, stop);
	const [tally, patterns, staying] = [scoreTally(scores, tenths), patternTally(scores), stayingTally(scores, tenths)];
	const patient = { key: 0, isOnly: true, isFirst: true };
	let condition = 0;
	await inSlices(selected.length, stop, (begin, end) => {
		for (let at = begin; at < end; at++) {
			const episode = selected[at] ?? 0;
			const from = starts[episode] ?? 0;
			const to = starts[episode + 1] ?? 0;
			if (from === to) continue;
			const [own, key, next] = [conditions[episode] ?? 0, patients[episode] ?? 0, selected[at + 1] ?? 0];
			patient.isFirst = own !== condition || key !== patient.key;
			patient.isOnly = patient.isFirst && (patients[next] !== key || conditions[next] !== own);
			patient.key = key;
			condition = own;
			const place = placeOf(episode);
			const modelled = modelledEnd(sessions, from, to);
			tally.add(place, from, to, patient);
			patterns.add(place, from, modelled);
			if (sessions[from] === 1) staying.add(place, from, modelled);
		}
	});
	return {
		scored: { groups, ...tally.counted(groups), patterns: patterns.summed(groups) },
		followed: {
			cells: staying.counted(groups),
			weighted: async (chances) => {
				const weighted = weightedTally(scores, tenths, groups, chances);
				await inSlices(selected.length, stop, (begin, end) => {
					for (let at = begin; at < end; at++) {
						const episode = selected[at] ?? 0;
						const from = starts[episode] ?? 0;
						const to = starts[episode + 1] ?? 0;
						if (from < to && sessions[from] === 1) weighted.add(placeOf(episode), from, modelledEnd(sessions, from, to));
					}
				});
				return weighted.summed();
			},
		},
	};
}

/** The place of the first score past the sessions that are modelled. */
function modelledEnd(sessions: Uint16Array, from: number, to: number): number {
	let end = to;
	while (end > from && (sessions[end - 1] ?? 0) > lastModelled) end--;
	return end;
}

function tenthsOf(values: Float64Array, { minimum, maximum }: Pick<Measure, 'minimum' | 'maximum'>): Tenths {
	const tenths = Int32Array.from(values, (value) => rounded((10 * (value - minimum)) / (maximum - minimum)));
	const [lowest = 0, highest = 0] = [tenths[0], tenths.at(-1)];
	return { of: tenths.map((tenth) => tenth - lowest), lowest, count: highest - lowest + 1 };
}

/** Halves away from zero, as the database rounds. */
function rounded(value: number): number {
	return Math.sign(value) * Math.round(Math.abs(value));
}
