import type { Measure, Threshold } from '#lib/codebook/schema.ts';

type Place = Readonly<{ session: number; mean: number; left: number }>;

/**
 * How much worse than predicted the unseen scores of those who left must be for the mean improvement between two sessions to fall
 * below a threshold. `delta` is in points, 0 where it is below it as it is, and null where nobody left in between.
 */
export type TippingPoint = Readonly<{ threshold: string; from: number; to: number; delta: number | null }>;

/** The tipping point between the first and the last of `places`, which are in order; null where there are not two. */
export function tippingPoint(places: readonly Place[], { id, kind, value }: Threshold, better: Measure['better']): TippingPoint | null {
	const [first, last] = [places[0], places.at(-1)];
	if (first === undefined || last === undefined || first === last) return null;
	const sign = better === 'lower' ? 1 : -1;
	const improvement = sign * (first.mean - last.mean);
	const needed = { points: value, percent: (value * Math.abs(first.mean)) / 100, 'at-most': sign * (first.mean - value), 'at-least': sign * (first.mean - value) }[kind];
	const spare = improvement - needed;
	const more = kind === 'points' || kind === 'percent' ? last.left - first.left : last.left;
	const delta = spare <= 0 ? 0 : more > 0 ? spare / more : null;
	return { threshold: id, from: first.session, to: last.session, delta };
}
