import { dose } from '#lib/questions/dose/dose.server.ts';
import type { Asking } from '#lib/questions/question.ts';
import { found, type Found } from './found.ts';

/** Episodes by their number of sessions, and the change in each band of it. */
export async function doseFound(asking: Asking): Promise<Found[]> {
	const { conditions, stated } = dose.protect(await dose.ask(asking), asking.minimumCell);
	return conditions.flatMap(({ condition: cohort, share, effect }) => [
		...found({ cohort, estimator: 'Share of episodes', at: `${stated.from} to ${stated.to} sessions` }, share.within),
		...effect.bands.flatMap(({ first, last, change, adjusted }) => {
			const at = last === null ? `${first} or more sessions` : `${first} to ${last} sessions`;
			return [...found({ cohort, estimator: 'Mean change', at }, change), ...found({ cohort, estimator: 'Mean change at one first score', at }, adjusted)];
		}),
	]);
}
