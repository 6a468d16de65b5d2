/** Milliseconds of repeated work: how many times it was done, the middle and the slow end. */
export type Latency = Readonly<{ n: number; p50: number; p95: number }>;

export function latency(milliseconds: readonly number[]): Latency {
	const sorted = milliseconds.toSorted((a, b) => a - b);
	return { n: sorted.length, p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
}

/** Does the work one after the other. */
export async function timed(times: number, work: () => Promise<unknown>): Promise<Latency> {
	const taken: number[] = [];
	for (let turn = 0; turn < times; turn += 1) taken.push(await milliseconds(work));
	return latency(taken);
}

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}

function at(sorted: readonly number[], share: number): number {
	const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
	if (value === undefined) throw new Error('nothing was measured');
	return value;
}
