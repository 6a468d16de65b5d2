import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { forLater, onBehalfOf } from '#lib/server/asker.ts';
import { inSlices } from '#lib/server/held/in-slices.ts';
import { hurrying } from '#lib/server/hurry.ts';

const asker = { client: 'a', signal: new AbortController().signal };

/** Takes some hundred milliseconds of its own. */
async function pass(name: string, order: string[], most = 100_000): Promise<void> {
	await inSlices(most, undefined, () => {
		const end = performance.now() + 2;
		while (performance.now() < end);
	});
	order.push(name);
}

test('what is for later makes way for what is looked at first', async () => {
	const order: string[] = [];
	const later = onBehalfOf(asker, () => forLater(() => pass('later', order, 60_000)));
	await pause(1);
	const first = onBehalfOf(asker, () => hurrying(() => pass('first', order)));
	await Promise.all([later, first]);
	expect(order).toEqual(['first', 'later']);
});

test('it goes on nevertheless where that takes long', async () => {
	const order: string[] = [];
	const later = onBehalfOf(asker, () => forLater(() => pass('later', order, 20_000)));
	await hurrying(async () => later.then(() => order.push('first')));
	expect(order).toEqual(['later', 'first']);
});
