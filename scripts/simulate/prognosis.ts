import type { JudgedCourses } from '#lib/questions/judged-courses.server.ts';
import { prognosis } from '#lib/questions/prognosis/prognosis.server.ts';
import type { Asking } from '#lib/questions/question.ts';
import { byCohort } from './by-cohort.ts';
import { found, type Found } from './found.ts';

/** Sessions without a response before the question is asked. */
export const waited = 3;

/** The chance of a response within some more sessions, of those who came back without one. */
export async function prognosisFound(asking: Asking): Promise<Found[]> {
	const { ends, pairs, thresholds } = await prognosis.ask(asking);
	const endsOf = byCohort(ends, ({ condition }) => condition);
	const pairsOf = byCohort(pairs, ({ condition }) => condition);
	return [...endsOf].flatMap(([cohort, own]) => {
		const raw: JudgedCourses = { ends: own, pairs: pairsOf.get(cohort) ?? [], thresholds };
		const [group] = prognosis.protect(raw, asking.minimumCell).groups;
		const landmark = group?.landmarks.find(({ session }) => session === waited);
		return (landmark?.within ?? []).flatMap(({ sessions, ifContinued, asItWent, seen }) => {
			const place = (estimator: string) => ({ cohort, estimator, at: `within ${sessions}` });
			return [...found(place('Chance, had all gone on'), ifContinued), ...found(place('Chance, as it went'), asItWent), ...found(place('Share seen to respond'), seen)];
		});
	});
}
