import { hajekMean, type HajekMean, type WeightedSums } from '#lib/statistics/hajek-mean.ts';

/** The mean at each session, each score weighing one over the chance that its episode stayed so far; `notWeighted` says why it ends or is none. */
export type StayingCurve = Readonly<{ points: ReadonlyMap<number, HajekMean>; notWeighted: string | null }>;

/**
 * The curve as far as the weighted scores are worth enough equally weighted ones: 10, and a third of those that it starts with. Beyond, those
 * who left have too few like them among those who stayed. `one` is what the reason calls a session.
 */
export function stayingCurve(sums: readonly (WeightedSums & Readonly<{ session: number }>)[], one: string): StayingCurve {
	const points = new Map<number, HajekMean>();
	let needed = LEAST_EFFECTIVE;
	for (const { session, ...weighted } of [...sums].sort((a, b) => a.session - b.session)) {
		const mean = hajekMean(weighted);
		if (mean === undefined || mean.effectiveN < needed) {
			return { points, notWeighted: `no weighted mean from ${one} ${session} on: scores there are worth fewer than ${Math.ceil(needed)} equally weighted ones` };
		}
		points.set(session, mean);
		needed = Math.max(needed, mean.effectiveN * LEAST_SHARE);
	}
	return { points, notWeighted: points.size === 0 ? `no episode has a score at ${one} 1` : null };
}

const LEAST_EFFECTIVE = 10;
const LEAST_SHARE = 1 / 3;
