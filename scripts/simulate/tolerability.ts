import type { Asking } from '#lib/questions/question.ts';
import { tolerability } from '#lib/questions/tolerability/tolerability.server.ts';
import type { VisitShare } from '#lib/questions/visit-share.ts';
import { askingCohorts } from './asking-cohorts.ts';
import type { Cohorts } from './draw-cohorts.ts';
import { found, type Found } from './found.ts';

const hours = 24;

/** Each region is compared with all others, so that the question takes longer the more cohorts it is asked about at once. */
const atOnce = 10;

/** Soreness and events a session, with the intervals that take sessions as independent and those that do not. */
export async function tolerabilityFound(cohorts: Cohorts): Promise<Found[]> {
	const all: Found[] = [];
	for (let first = 0; first < cohorts.names.length; first += atOnce) all.push(...(await ask(await askingCohorts(cohorts, cohorts.names.slice(first, first + atOnce)))));
	return all;
}

/** The cohort is the body region. */
async function ask(asking: Asking): Promise<Found[]> {
	const { spreads, over, events } = tolerability.protect(await tolerability.ask(asking), asking.minimumCell);
	return [
		...spreads.flatMap(({ part, name: cohort, outcome, mean, interval, robust }) => {
			if (part !== 'region' || outcome !== 'soreness_peak' || mean === null) return [];
			const place = { cohort, at: 'points, a session' };
			return [...found({ ...place, estimator: 'Mean soreness' }, interval && { mean, ...interval }), ...found({ ...place, estimator: 'Mean soreness, robust' }, robust && { mean, ...robust })];
		}),
		...over.flatMap(({ part, name, hours: within, share }) => (part === 'region' && within === hours ? shares(name, 'Soreness over', `within ${hours} hours`, share) : [])),
		...events.parts.flatMap(({ part, name, share }) => (part === 'region' ? shares(name, 'Adverse events', 'a session', share) : [])),
	];
}

function shares(cohort: string, estimator: string, at: string, share: VisitShare | null): Found[] {
	if (share === null) return [];
	const { estimate, interval, robust } = share;
	return [...found({ cohort, estimator, at }, { estimate, ...interval }), ...found({ cohort, estimator: `${estimator}, robust`, at }, robust && { estimate, ...robust })];
}
