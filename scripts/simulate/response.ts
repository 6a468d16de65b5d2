import type { JudgedCourses } from '#lib/questions/judged-courses.server.ts';
import type { Asking } from '#lib/questions/question.ts';
import { response } from '#lib/questions/response/response.server.ts';
import { atSession } from './at-session.ts';
import { byCohort } from './by-cohort.ts';
import { found, type Found } from './found.ts';

const sessions = [3, 6];

/** Response by a session: seen, had all gone on, and as things went. */
export async function responseFound(asking: Asking): Promise<Found[]> {
	const { ends, pairs, thresholds } = await response.ask(asking);
	const endsOf = byCohort(ends, ({ condition }) => condition);
	const pairsOf = byCohort(pairs, ({ condition }) => condition);
	return [...endsOf].flatMap(([cohort, own]) => {
		const raw: JudgedCourses = { ends: own, pairs: pairsOf.get(cohort) ?? [], thresholds };
		const [group] = response.protect(raw, asking.minimumCell).groups;
		return sessions.flatMap((session) => {
			const point = group?.points.find((each) => each.session === session);
			const landmark = group?.landmarks.find((each) => each.session === session);
			const place = (estimator: string) => ({ cohort, estimator, at: atSession(session) });
			return [
				...found(place('Share seen to respond'), landmark?.ofAll?.worst),
				...found(place('Responded, had all gone on'), point?.responded),
				...found(place('Responded, as it went'), point?.states?.responded),
				...found(place('Left without, as it went'), point?.states?.left),
			];
		});
	});
}
