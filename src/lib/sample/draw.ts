import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Uniform between 0 and 1, neither included. */
export function uniform(generator: RandomGenerator): number {
	return ((generator.next() >>> 0) + 0.5) * 2 ** -32;
}

export function happens(generator: RandomGenerator, chance: number): boolean {
	return uniform(generator) < chance;
}

/** A whole number, both ends included. */
export function between(generator: RandomGenerator, { from, to }: { from: number; to: number }): number {
	return from + Math.floor(uniform(generator) * (to - from + 1));
}

/** Standard normal, after Box and Muller. */
export function normal(generator: RandomGenerator): number {
	return Math.sqrt(-2 * Math.log(uniform(generator))) * Math.cos(2 * Math.PI * uniform(generator));
}
