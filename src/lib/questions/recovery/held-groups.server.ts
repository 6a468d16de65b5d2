import type { HeldCohort } from '#lib/server/held/held-courses.ts';
import { inSlices } from '#lib/server/held/in-slices.ts';
import { recordedAs } from '#lib/server/held/recorded-as.ts';
import type { Filters } from '../answer.ts';
import type { GroupRow } from './scored-rows.server.ts';

/** The groups that the episodes of a cohort are in, and the place among them of each episode's. */
export type HeldGroups = Readonly<{ groups: readonly GroupRow[]; placeOf(episode: number): number }>;

/** The same as `groups.sql` gives. */
export async function heldGroups({ courses: { columns, patients }, selected }: HeldCohort, by: Filters['by'], stop: AbortSignal | undefined): Promise<HeldGroups> {
	const conditions = columns.condition;
	const parts = by === null ? { words: [''], placeOf: () => 0 } : recordedAs(columns[by], 'not-recorded');
	const most = (conditions.values.length + 1) * parts.words.length;
	const [episodes, persons, latest] = [new Uint32Array(most), new Uint32Array(most), new Uint32Array(most)];
	const numberOf = (episode: number): number => (conditions.codes[episode] ?? 0) * parts.words.length + parts.placeOf(episode);
	await inSlices(selected.length, stop, (from, to) => {
		for (let place = from; place < to; place++) {
			const episode = selected[place] ?? 0;
			const patient = patients[episode] ?? 0;
			const number = numberOf(episode);
			episodes[number] = (episodes[number] ?? 0) + 1;
			if (latest[number] === patient) continue;
			latest[number] = patient;
			persons[number] = (persons[number] ?? 0) + 1;
		}
	});
	const numbers = [...episodes.keys()].filter((number) => (episodes[number] ?? 0) > 0);
	const places = new Uint32Array(most);
	numbers.forEach((number, place) => (places[number] = place));
	const groups = numbers.map((number, place) => ({
		group: place + 1,
		condition: conditions.values[Math.floor(number / parts.words.length) - 1] ?? '',
		part: parts.words[number % parts.words.length] ?? '',
		episodes: episodes[number] ?? 0,
		patients: persons[number] ?? 0,
	}));
	return { groups, placeOf: (episode) => places[numberOf(episode)] ?? 0 };
}
