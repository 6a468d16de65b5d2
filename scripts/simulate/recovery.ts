import type { Asking } from '#lib/questions/question.ts';
import { recovery } from '#lib/questions/recovery/recovery.server.ts';
import { trueCourse } from '#lib/sample/truth.ts';
import type { Scenario } from '#lib/sample/scenario.ts';
import { atSession } from './at-session.ts';
import { found, type Found } from './found.ts';
import type { Truth } from './truth.ts';

/** The mean at each session: plain, adjusted for who left, that again where the linear model made it, and weighted by the chance to have stayed. */
export async function recoveryFound(asking: Asking): Promise<Found[]> {
	const { groups } = await recovery.ask(asking);
	const all = groups.flatMap(({ condition: cohort, points, adjusted, staying }) => [
		...points.flatMap((point) => found({ cohort, estimator: 'Plain mean', at: atSession(point.session) }, point)),
		...[...adjusted.points].flatMap(([session, point]) => [
			...found({ cohort, estimator: 'Adjusted mean', at: atSession(session) }, point),
			...(adjusted.model === 'linear' ? found({ cohort, estimator: byLine, at: atSession(session) }, point) : []),
		]),
		...[...staying.points].flatMap(([session, point]) => found({ cohort, estimator: 'Weighted mean', at: atSession(session) }, point)),
	]);
	return all.filter((each) => sessions.some((session) => each.at === atSession(session)));
}

export const byLine = 'Adjusted mean, by the linear model';

/** The adjusted mean where the linear model made it. */
export async function linearFound(asking: Asking): Promise<Found[]> {
	return (await recoveryFound(asking)).filter(({ estimator }) => estimator === byLine);
}

/** The means had nobody left, in closed form, by condition and session. */
export function recoveryTruth(scenario: Scenario): Truth[] {
	return trueCourse(scenario).conditions.flatMap(({ condition, means }) => sessions.flatMap((session) => {
		const mean = means[session - 1];
		return mean === undefined ? [] : estimators.map((estimator) => ({ condition, estimator, at: atSession(session), value: mean }));
	}));
}

/** Enough to see how the curves do along the course. */
const sessions = [1, 3, 6, 9, 12];

const estimators = ['Plain mean', 'Adjusted mean', byLine, 'Weighted mean'];
