import { expect, test } from 'vitest';
import { quiet, somebodyAsks } from '#lib/server/quiet.ts';

async function waited(): Promise<number> {
	const began = performance.now();
	await quiet();
	return performance.now() - began;
}

test('nothing is waited for where nobody has asked', async () => {
	expect(await waited()).toBeLessThan(100);
});

test('it is quiet a second after somebody asked, and not before', async () => {
	somebodyAsks();
	const taken = await waited();
	expect(taken).toBeGreaterThan(900);
	expect(taken).toBeLessThan(4500);
});

test('where they never cease to ask, the wait ends all the same', async () => {
	const asking = setInterval(somebodyAsks, 20);
	somebodyAsks();
	const taken = await waited().finally(() => clearInterval(asking));
	expect(taken).toBeGreaterThan(4500);
});
