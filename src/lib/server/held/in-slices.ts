import { makeWay } from '../hurry.ts';

/** So many are passed at once. */
const most = 4096;

/** Milliseconds after which others have their turn. */
const longest = 5;

/** Does `work` on the places from 0 up to `count`, some thousands at a time, and lets others have their turn in between; throws when `stop` is aborted. */
export async function inSlices(count: number, stop: AbortSignal | undefined, work: (from: number, to: number) => void): Promise<void> {
	let begun = performance.now();
	for (let from = 0; from < count; from += most) {
		if (performance.now() - begun > longest) {
			await makeWay();
			begun = performance.now();
		}
		stop?.throwIfAborted();
		work(from, Math.min(from + most, count));
	}
}
