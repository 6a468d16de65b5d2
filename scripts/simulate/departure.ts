import { departure } from '#lib/questions/departure/departure.server.ts';
import type { Asking } from '#lib/questions/question.ts';
import { atSession } from './at-session.ts';
import { byCohort } from './by-cohort.ts';
import { found, type Found } from './found.ts';

const sessions = [1, 3, 6];

/** Scores of those who left after a session and of those who came back. */
export async function departureFound(asking: Asking): Promise<Found[]> {
	const { after, reasons } = await departure.ask(asking);
	const reasonsOf = byCohort(reasons, ({ condition }) => condition);
	return [...byCohort(after, ({ condition }) => condition)].flatMap(([cohort, own]) => {
		const [group] = departure.protect({ after: own, reasons: reasonsOf.get(cohort) ?? [] }, asking.minimumCell).groups;
		return (group?.after ?? []).flatMap(({ session, left, stayed }) => {
			if (!sessions.includes(session)) return [];
			return [...found({ cohort, estimator: 'Mean of those who left', at: atSession(session) }, scored(left)), ...found({ cohort, estimator: 'Mean of those who came back', at: atSession(session) }, scored(stayed))];
		});
	});
}

function scored(side: Readonly<{ mean: number | null; lower: number | null; upper: number | null }> | null) {
	return side === null || side.mean === null ? null : { ...side, mean: side.mean };
}
