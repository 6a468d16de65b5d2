import { cost } from '#lib/questions/cost/cost.server.ts';
import type { Asking } from '#lib/questions/question.ts';
import { found, type Found } from './found.ts';

/** What a session, an episode and a responder cost. The cohort is the currency. */
export async function costFound(asking: Asking): Promise<Found[]> {
	const raw = await cost.ask(asking);
	const all = ({ part }: { part: string }) => part === 'all';
	const { sessions, episodes, responders } = cost.protect({ ...raw, sessions: raw.sessions.filter(all), episodes: raw.episodes.filter(all), responders: raw.responders.filter(all), pairs: [] }, asking.minimumCell);
	return [
		...[{ spreads: sessions, at: 'session' }, { spreads: episodes, at: 'episode' }].flatMap(({ spreads, at }) =>
			spreads.flatMap(({ currency: cohort, mean, interval, robust }) =>
				mean === null ? [] : [...found({ cohort, estimator: 'Mean cost', at }, interval && { mean, ...interval }), ...found({ cohort, estimator: 'Mean cost, robust', at }, robust && { mean, ...robust })],
			),
		),
		...responders.flatMap(({ currency: cohort, estimate, fieller, bootstrap }) => {
			if (estimate === null) return [];
			const place = { cohort, at: 'responder' };
			return [...found({ ...place, estimator: 'Cost, Fieller' }, fieller && { estimate, ...fieller }), ...found({ ...place, estimator: 'Cost, bootstrap' }, bootstrap && { estimate, ...bootstrap })];
		}),
	];
}
