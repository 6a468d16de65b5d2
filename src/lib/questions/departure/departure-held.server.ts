import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import type { HeldScores } from '#lib/server/held/held-courses.ts';
import { inSlices } from '#lib/server/held/in-slices.ts';
import { latestSession } from '#lib/server/held/latest-session.ts';
import { recordedAs } from '#lib/server/held/recorded-as.ts';
import { courseMoments, type CourseMoments } from '../course-moments.ts';
import { coursePatients, type CoursePatients } from '../course-patients.ts';
import type { HeldAsking } from '../question.ts';
import type { RawAfter, RawDeparture, RawReason } from './departure.server.ts';

/** The same as `after.sql` and `reasons.sql` give, in one pass over what is held of the episodes. */
export async function departureHeld({ held, codebook, stop }: HeldAsking, { starts, sessions, codes, values }: HeldScores): Promise<RawDeparture> {
	const { courses, selected } = held;
	const { condition: conditions, dischargeReason } = courses.columns;
	const { patients, lastSession } = courses;
	const reasons = recordedAs(dischargeReason, 'none');
	const places = 2 * (latestSession(held) + 1);
	const [after, discharged] = [courseMoments(places), coursePatients(reasons.words.length)];
	const found: RawDeparture[] = [];
	let condition = 0;

	const endCondition = () => {
		const name = conditions.values[condition - 1];
		if (name === undefined) return;
		found.push({ after: afterOf(name, after, places), reasons: reasonsOf(name, discharged, reasons.words) });
		after.clear();
		discharged.clear();
	};

	await inSlices(selected.length, stop, (begin, end) => {
		for (let place = begin; place < end; place++) {
			const episode = selected[place] ?? 0;
			const own = conditions.codes[episode] ?? 0;
			if (own !== condition) {
				endCondition();
				condition = own;
			}
			const [patient, last, next] = [patients[episode] ?? 0, lastSession[episode] ?? 0, starts[episode + 1] ?? 0];
			discharged.add(reasons.placeOf(episode), patient);
			for (let score = starts[episode] ?? 0; score < next; score++) {
				const session = sessions[score] ?? 0;
				after.add(2 * session + (last > session ? 1 : 0), patient, values[codes[score] ?? 0] ?? 0);
			}
		}
	});
	endCondition();
	return { after: found.flatMap((each) => each.after), reasons: found.flatMap((each) => each.reasons).sort(codebookOrder(codebook)) };
}

function afterOf(condition: string, after: CourseMoments, places: number): RawAfter[] {
	return Array.from({ length: places }, (_, place) => ({ condition, session: place >> 1, stayed: place % 2 === 1, ...after.at(place) })).filter(({ n }) => n > 0);
}

/** The most frequent first, those as frequent by their names. */
function reasonsOf(condition: string, discharged: CoursePatients, reasons: readonly string[]): RawReason[] {
	const counts = reasons.map((reason, place) => ({ reason, ...discharged.at(place) }));
	return counts.flatMap(({ reason, n, patients }) => (n > 0 ? [{ condition, reason, n, patients }] : [])).sort((a, b) => b.n - a.n);
}
