import { chosenCodes } from '#lib/server/held/chosen-codes.ts';
import { conditionRange } from '#lib/server/held/condition-range.ts';
import type { HeldColumn, HeldCourses } from '#lib/server/held/held-courses.ts';
import { inSlices } from '#lib/server/held/in-slices.ts';
import { selectEpisodes } from '#lib/server/held/select-episodes.ts';
import type { HeldAsking } from '../question.ts';
import { filterNames, type RawChoices } from './result.ts';

/** What is counted of a filter, three numbers by each code of its column: episodes, patients, and the patient counted last. `chosen` has 1 for what it selects, where it is set. */
type Tally = Readonly<{ filter: (typeof filterNames)[number]; values: readonly string[]; codes: HeldColumn['codes']; chosen: Uint8Array | undefined; counts: Uint32Array }>;

/** The same as `choices.sql` gives. Nobody is counted twice where a patient's episodes are counted one after the other; those of one condition stand so. */
export async function choicesHeld(asking: HeldAsking): Promise<RawChoices> {
	const { held: { courses }, filters } = asking;
	const tallies = [...filterNames].sort().map((name) => tallyOf(courses, name, filters[name]));
	if (filters.condition.length === 1) await ofOneCondition(asking, tallies);
	else await ofSeveral(asking, tallies);
	return tallies.flatMap(rowsOf);
}

function tallyOf(courses: HeldCourses, filter: Tally['filter'], asked: readonly string[]): Tally {
	const column = courses.columns[filter];
	return { filter, ...column, chosen: asked.length === 0 ? undefined : chosenCodes(filter, column, asked), counts: new Uint32Array(3 * (column.values.length + 1)) };
}

/** In a pass for each filter over what all others select; episodes of other conditions are counted for their own condition alone. */
async function ofOneCondition({ held, filters, stop }: HeldAsking, tallies: readonly Tally[]): Promise<void> {
	const { patients } = held.courses;
	for (const tally of tallies) {
		const { selected } = tally.chosen === undefined ? held : await selectEpisodes(held.courses, { ...filters, [tally.filter]: [] });
		await inSlices(selected.length, stop, (from, to) => {
			for (let place = from; place < to; place += 1) {
				const episode = selected[place] ?? 0;
				count(tally, patients[episode] ?? 0, episode);
			}
		});
	}
}

/** In one pass over all episodes, patient by patient. */
async function ofSeveral({ held: { courses }, stop }: HeldAsking, tallies: readonly Tally[]): Promise<void> {
	const set = tallies.filter(({ chosen }) => chosen !== undefined);
	await byPatient(courses, stop, (patient, episode) => {
		let missed = 0;
		let missing: Tally | undefined;
		for (const tally of set) {
			if (tally.chosen?.[tally.codes[episode] ?? 0] === 1) continue;
			missed += 1;
			missing = tally;
		}
		if (missing === undefined) for (const tally of tallies) count(tally, patient, episode);
		else if (missed === 1) count(missing, patient, episode);
	});
}

/** Patients have numbers from 1, and their episodes stand together within each condition. */
async function byPatient({ patients, columns: { condition } }: HeldCourses, stop: AbortSignal | undefined, take: (patient: number, episode: number) => void): Promise<void> {
	const ranges = condition.values.map((_, place) => conditionRange(condition, place + 1));
	const next = Uint32Array.from(ranges, ({ from }) => from);
	const ends = Uint32Array.from(ranges, ({ to }) => to);
	const highest = ranges.reduce((most, { to }) => Math.max(most, patients[to - 1] ?? 0), 0);
	await inSlices(highest + 1, stop, (from, to) => {
		for (let patient = from; patient < to; patient += 1) {
			for (let own = 0; own < ends.length; own += 1) {
				let episode = next[own] ?? 0;
				for (; episode < (ends[own] ?? 0) && patients[episode] === patient; episode += 1) take(patient, episode);
				next[own] = episode;
			}
		}
	});
}

function count({ codes, counts }: Tally, patient: number, episode: number): void {
	const at = 3 * (codes[episode] ?? 0);
	counts[at] = (counts[at] ?? 0) + 1;
	if (counts[at + 2] === patient) return;
	counts[at + 2] = patient;
	counts[at + 1] = (counts[at + 1] ?? 0) + 1;
}

function rowsOf({ filter, values, counts }: Tally): RawChoices {
	return ['', ...values].flatMap((value, code) => {
		const [n = 0, patients = 0] = counts.subarray(3 * code);
		return n === 0 ? [] : [{ filter, value: code === 0 ? null : value, n, patients }];
	});
}
