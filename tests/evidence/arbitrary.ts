import fc from 'fast-check';
import type { Overview, Share } from '#lib/questions/overview/result.ts';
import type { RecoveryGroup } from '#lib/questions/recovery/result.ts';

const points = fc.double({ min: -10, max: 10, noNaN: true });

/** A share of at most `n`. */
export function shareOf(n: number): fc.Arbitrary<Share> {
	return fc.tuple(fc.nat(n), fc.double({ min: 0, max: 0.2, noNaN: true })).map(([count, half]) => ({ count, n, estimate: count / n, lower: Math.max(0, count / n - half), upper: Math.min(1, count / n + half) }));
}

export const courses: fc.Arbitrary<Readonly<{ overview: Overview; followUp: Share }>> = fc.integer({ min: 11, max: 100_000 }).chain((n) =>
	fc.record({ followed: fc.integer({ min: 11, max: n }), middle: points, noBetter: fc.option(fc.nat(1000)) }).chain(({ followed, middle, noBetter }) =>
		shareOf(followed).map((ofFollowed) => {
			const none = Math.min(noBetter ?? 0, followed - ofFollowed.count);
			return {
				followUp: { count: followed, n, estimate: followed / n, lower: 0, upper: 1 },
				overview: {
					...{ episodes: n, patients: n, sessions: null, completion: null, suppressed: false },
					change: { n: followed, mean: middle, lower: middle - 1, upper: middle + 1, firstMean: 6, lastMean: 6 + middle, q1: middle - 2, median: middle, q3: middle + 2 },
					responders: { threshold: 'at least 30 % less pain', ofAll: { ...ofFollowed, n }, ofFollowed, noBetter: noBetter === null ? null : { count: none, n: followed, estimate: none / followed, lower: 0, upper: 1 } },
				},
			};
		}),
	),
);

export const curves: fc.Arbitrary<RecoveryGroup> = fc.array(fc.record({ n: fc.integer({ min: 11, max: 5000 }), mean: fc.double({ min: 0, max: 10, noNaN: true }), adjusted: fc.double({ min: 0, max: 10, noNaN: true }) }), { minLength: 2, maxLength: 12 }).map((sessions) => ({
	...{ condition: 'knee-pain', axis: 'sessions' as const, episodes: 5000, model: 'unstructured' as const, notEstimable: null, restricted: [], staying: [], notWeighted: null, left: [], delta: null, shifted: [], tipping: null },
	points: sessions.map(({ n, mean, adjusted }, index) => ({
		...{ session: index + 1, n, mean, sd: 1, lower: mean - 0.2, upper: mean + 0.2, median: mean, q1: mean - 1, q3: mean + 1, distribution: null, suppressed: false },
		adjusted: { mean: adjusted, lower: adjusted - 0.3, upper: adjusted + 0.3, se: 0.1 },
	})),
}));
