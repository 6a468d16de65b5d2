import { expect, test } from 'vitest';
import { inSlices } from '#lib/server/held/in-slices.ts';

test('every place is passed once, in order', async () => {
	const passed: number[] = [];
	await inSlices(10_000, undefined, (from, to) => {
		for (let place = from; place < to; place += 1) passed.push(place);
	});
	expect(passed).toEqual(Array.from({ length: 10_000 }, (_, place) => place));
});

test('others have their turn while it goes on', async () => {
	let [turns, ended] = [0, false];
	const pass = inSlices(200_000, undefined, () => busy(2)).then(() => (ended = true));
	while (!ended) {
		await new Promise(setImmediate);
		turns += 1;
	}
	await pass;
	expect(turns).toBeGreaterThan(10);
});

test('nothing more is passed once it is stopped', async () => {
	const stop = new AbortController();
	let passed = 0;
	const pass = inSlices(1_000_000, stop.signal, (_, to) => {
		passed = to;
		stop.abort();
	});
	await expect(pass).rejects.toThrow('aborted');
	expect(passed).toBeLessThan(10_000);
});

function busy(milliseconds: number): void {
	const end = performance.now() + milliseconds;
	while (performance.now() < end);
}
