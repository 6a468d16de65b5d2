import type { HeldScores } from '#lib/server/held/held-courses.ts';
import { inSlices } from '#lib/server/held/in-slices.ts';
import type { HeldAsking } from './question.ts';

/** What is done with the episodes of each condition, one patient after the other. */
type ScoredPass = Readonly<{
	beginCondition(name: string): void;
	/** `first` and `last` are 1 + the place of the score at session 1, and of the last later one, or 0 */
	add(episode: number, patient: number, first: number, last: number): void;
	endPatient(patient: number): void;
}>;

/** Finds each episode's first and last score, as `create-scored-course.sql` does, in one pass over what is held of the episodes. */
export async function scoredHeld({ held: { courses, selected }, stop }: Pick<HeldAsking, 'held' | 'stop'>, { starts, sessions, codes }: HeldScores, { beginCondition, add, endPatient }: ScoredPass): Promise<void> {
	const { patients, columns: { condition: conditions } } = courses;
	let [condition, patient] = [0, 0];
	await inSlices(selected.length, stop, (begin, end) => {
		for (let place = begin; place < end; place++) {
			const episode = selected[place] ?? 0;
			const [own, ownPatient] = [conditions.codes[episode] ?? 0, patients[episode] ?? 0];
			if (place > 0 && (own !== condition || ownPatient !== patient)) endPatient(patient);
			if (own !== condition) beginCondition(conditions.values[own - 1] ?? '');
			[condition, patient] = [own, ownPatient];
			const [score, after] = [starts[episode] ?? 0, starts[episode + 1] ?? 0];
			const first = score < after && sessions[score] === 1 ? (codes[score] ?? 0) + 1 : 0;
			const last = score + Number(first > 0) < after ? (codes[after - 1] ?? 0) + 1 : 0;
			add(episode, ownPatient, first, last);
		}
	});
	if (selected.length > 0) endPatient(patient);
}
