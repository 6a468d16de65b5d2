/**
 * A generator of numbers between 0 and 1, neither included, from a seed: the same seed gives the same numbers.
 *
 * A counter stepped by an odd constant and mixed (32 bits, period 2³²). For drawing pictures and bootstrapping; not for secrets.
 *
 * Steele GL, Lea D, Flood CH (2014). Fast splittable pseudorandom number generators. OOPSLA 49:453–472 (the 32-bit variant known as mulberry32).
 * R: none of its own; the script does the same arithmetic on halves of 16 bits
 */
export function seededUniform(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
	};
}
