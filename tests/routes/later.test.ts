import { expect, test } from 'vitest';
import { later } from '../../src/routes/later.server.ts';

test('a part comes with a page that is asked for whole', async () => {
	expect(await later(null, async () => 'part')).toEqual({ part: 'part' });
});

test('a part of what is asked for as data is a promise, begun when what comes first is there', async () => {
	const order: string[] = [];
	const first = new Promise((resolve) => setTimeout(() => resolve(order.push('first')), 10));
	const { part } = await later(first, async () => order.push('part'));
	order.push('returned');
	expect(part).toBeInstanceOf(Promise);
	await part;
	expect(order).toEqual(['returned', 'first', 'part']);
});

test('a part that fails says so where it is shown, and nowhere else', async () => {
	const { part } = await later(Promise.resolve(), async () => Promise.reject(new Error('stopped')));
	await new Promise((resolve) => setTimeout(resolve, 10));
	await expect(part).rejects.toThrow('stopped');
});

test('a page that is asked for whole fails with its part', async () => {
	await expect(later(null, async () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
});
