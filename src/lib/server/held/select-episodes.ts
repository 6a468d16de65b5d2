import type { Cohort } from '../cohort-of.ts';
import { chosenCodes } from './chosen-codes.ts';
import { inSlices } from './in-slices.ts';
import { conditionRange } from './condition-range.ts';
import type { HeldCohort, HeldColumn, HeldCourses } from './held-courses.ts';

/** Columns that may part the episodes of a condition. */
const filtered = ['protocol', 'clinic', 'therapist', 'payer', 'sex', 'ageBand', 'chronicity', 'period'] as const;

type Chosen = Readonly<{ codes: HeldColumn['codes']; isChosen: Uint8Array }>;

/** The episodes that `cohort.sql` selects, in its order. They stand by condition, so that only those of the conditions asked for are looked at. */
export async function selectEpisodes(courses: HeldCourses, selecting: Cohort['selecting']): Promise<HeldCohort> {
	const ranges = rangesOf(courses, selecting.condition);
	const chosen = filtered.filter((name) => selecting[name].length > 0).map((name) => ({ codes: courses.columns[name].codes, isChosen: chosenCodes(name, courses.columns[name], selecting[name]) }));
	const [first, ...others] = chosen;
	const places = new Uint32Array(ranges.reduce((sum, { from, to }) => sum + to - from, 0));
	let count = 0;
	for (const range of ranges) {
		await inSlices(range.to - range.from, undefined, (from, to) => {
			const begun = first === undefined ? placed(places, count, range.from + from, range.from + to) : placedChosen(places, count, range.from + from, range.from + to, first);
			count = others.reduce((end, column) => kept(places, count, end, column), begun);
		});
	}
	return { courses, selected: count === places.length ? places : places.slice(0, count) };
}

function rangesOf({ columns: { condition }, episodes }: HeldCourses, asked: readonly string[]): Readonly<{ from: number; to: number }>[] {
	if (asked.length === 0) return [{ from: 0, to: episodes }];
	return condition.values.flatMap((value, place) => (asked.includes(value) ? [conditionRange(condition, place + 1)] : []));
}

/** Appends the places from one up to another at `start`; gives the end. */
function placed(places: Uint32Array, start: number, from: number, to: number): number {
	for (let place = from; place < to; place += 1) places[start + place - from] = place;
	return start + to - from;
}

/** Appends those that are chosen. */
function placedChosen(places: Uint32Array, start: number, from: number, to: number, { codes, isChosen }: Chosen): number {
	let next = start;
	for (let place = from; place < to; place += 1) {
		places[next] = place;
		next += isChosen[codes[place] ?? 0] ?? 0;
	}
	return next;
}

/** Of the places from `start` up to `end`, moves those that are chosen to the front; gives their end. */
function kept(places: Uint32Array, start: number, end: number, { codes, isChosen }: Chosen): number {
	let next = start;
	for (let at = start; at < end; at += 1) {
		const place = places[at] ?? 0;
		places[next] = place;
		next += isChosen[codes[place] ?? 0] ?? 0;
	}
	return next;
}
