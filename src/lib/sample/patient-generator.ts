import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** A stream of its own for each patient, so that a patient does not depend on how many others there are. */
export function patientGenerator(seed: number, patient: number): RandomGenerator {
	const base = scrambled(scrambled(seed) + patient);
	return xoroshiro128plusFromState([base, scrambled(base + patient), scrambled(base ^ 0x9e3779b9), scrambled(base + seed + 1)]);
}

/** MurmurHash3's finalizer: neighbouring numbers come out unrelated. */
function scrambled(value: number): number {
	let hash = value | 0;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return hash ^ (hash >>> 16);
}
