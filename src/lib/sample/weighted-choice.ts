import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { uniform } from './draw.ts';

export type Choice<Item> = (generator: RandomGenerator) => Item;

export function weightedChoice<Item>(items: readonly Item[], weightOf: (item: Item) => number): Choice<Item> {
	const possible = items.filter((item) => weightOf(item) > 0);
	const fallback = possible.at(-1);
	if (fallback === undefined) throw new Error('nothing to choose from');
	const total = possible.reduce((sum, item) => sum + weightOf(item), 0);
	let reached = 0;
	const upTo = Float64Array.from(possible, (item) => (reached += weightOf(item)) / total);
	return (generator) => possible[firstAbove(upTo, uniform(generator))] ?? fallback;
}

function firstAbove(upTo: Float64Array, value: number): number {
	let low = 0;
	let high = upTo.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((upTo[middle] ?? 1) > value) high = middle;
		else low = middle + 1;
	}
	return low;
}
