import type { Cluster } from '#lib/statistics/intraclass-correlation.ts';
import type { Expectations } from './expected.ts';

/** Mean outcome of one clinic or therapist, observed and expected, and the sums of the difference of each episode. */
export type UnitSums = Readonly<{ unit: string; n: number; observed: number; expected: number; residual: Cluster }>;

/** Clinics or therapists in alphabetical order; episodes without one are left out. */
export function ofUnits(patterns: Expectations['patterns'], level: 'clinic' | 'therapist'): UnitSums[] {
	const sums = new Map<string, { n: number; sum: number; expected: number; squares: number }>();
	for (const pattern of patterns) {
		const unit = pattern[level];
		if (unit === null || pattern.n === 0) continue;
		const { n, sum, expected, squares } = sums.get(unit) ?? { n: 0, sum: 0, expected: 0, squares: 0 };
		sums.set(unit, {
			n: n + pattern.n,
			sum: sum + pattern.sum,
			expected: expected + pattern.n * pattern.expected,
			squares: squares + pattern.squares - 2 * pattern.expected * pattern.sum + pattern.n * pattern.expected ** 2,
		});
	}
	return [...sums]
		.sort(([a], [b]) => a.localeCompare(b, 'en'))
		.map(([unit, { n, sum, expected, squares }]) => ({ unit, n, observed: sum / n, expected: expected / n, residual: { n, sum: sum - expected, sumSquares: squares } }));
}
