import { measure as schema } from '#lib/codebook/schema.ts';
import type { DepartureGroup } from '#lib/questions/departure/result.ts';
import type { RecoveryGroup, RecoveryPoint } from '#lib/questions/recovery/result.ts';

export const pain = schema.parse({ id: 'nprs', label: 'Numeric pain rating scale', abbreviation: 'NPRS', minimum: 0, maximum: 10, unit: 'points', better: 'lower', primary: true, columns: ['pain_before'] });
export const lefs = schema.parse({ id: 'lefs', label: 'Lower Extremity Functional Scale', abbreviation: 'LEFS', minimum: 0, maximum: 80, unit: 'points', better: 'higher' });

export function point(session: number, n: number, mean: number, adjusted: number | null = mean): RecoveryPoint {
	return {
		session,
		n,
		mean,
		sd: 2,
		lower: mean - 0.2,
		upper: mean + 0.2,
		median: 5,
		q1: 4,
		q3: 6,
		distribution: [null, 0, 0, 20, 30, n - 80, 30, 0, 0, 0, null],
		adjusted: adjusted === null ? null : { mean: adjusted, se: 0.1, lower: adjusted - 0.2, upper: adjusted + 0.2 },
		suppressed: false,
	};
}

export function suppressed(session: number): RecoveryPoint {
	return { session, n: null, mean: null, sd: null, lower: null, upper: null, median: null, q1: null, q3: null, distribution: null, adjusted: null, suppressed: true };
}

export function group(points: readonly RecoveryPoint[]): RecoveryGroup {
	const known = points.flatMap(({ session, n, adjusted }) => (n === null || adjusted === null ? [] : [{ session, n, mean: adjusted.mean + 0.1 }]));
	return {
		condition: 'made-up',
		axis: 'sessions',
		episodes: 400,
		points,
		model: 'unstructured',
		notEstimable: null,
		staying: known.map(({ session, n, mean }) => ({ session, mean, se: 0.1, lower: mean - 0.2, upper: mean + 0.2, effectiveN: n / 2 })),
		notWeighted: null,
		left: known.map(({ session, n }) => ({ session, share: 1 - n / 400 })),
		delta: null,
		shifted: [],
		tipping: null, restricted: [],
	};
}

/** Plain mean 4.8, adjusted 4.0 at session 4; session 5 withheld. */
export const recovery = group([point(1, 400, 6.4), point(2, 300, 5.6, 5.4), point(3, 200, 5.1, 4.6), point(4, 100, 4.8, 4), suppressed(5)]);

export const departure: DepartureGroup = {
	condition: 'made-up',
	episodes: 400,
	after: [
		{ session: 1, left: { n: 100, mean: 5, lower: 4.8, upper: 5.2 }, stayed: { n: 300, mean: 6.4, lower: 6.2, upper: 6.6 }, suppressed: false },
		{ session: 2, left: { n: 100, mean: 4, lower: 3.8, upper: 4.2 }, stayed: { n: 200, mean: 5.6, lower: 5.4, upper: 5.8 }, suppressed: false },
		{ session: 3, left: null, stayed: null, suppressed: true },
	],
	reasons: [
		{ reason: 'goals-met', n: 100 },
		{ reason: 'moved', n: null },
		{ reason: 'none', n: 40 },
	],
};
