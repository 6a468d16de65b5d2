import { expect, test, vi } from 'vitest';
import { keptData } from '#lib/components/kept-data.ts';

const kept = { 'cache-control': 'private, no-cache' };
const one = 'http://localhost/conditions/a/__data.json?sex=female';
const other = 'http://localhost/conditions/a/__data.json?sex=male';

/** A server that counts what it was asked for, and gives `text` for it. */
function server(text: (address: string, time: number) => string, headers: Record<string, string> = kept) {
	const asked: string[] = [];
	const ask = async (address: string) => new Response(text(address, asked.push(address)), { headers });
	return { asked, ask };
}

function asking(ask: (address: string) => Promise<Response>, { isOpen = false, outdated = () => {} } = {}) {
	const fetchKept = keptData(ask, { isOpen: () => isOpen, outdated, painted: async () => undefined });
	return async (address: string) => (await fetchKept(address)).text();
}

test('what was looked at before is given without asking, line by line as it came', async () => {
	const { asked, ask } = server((address) => `{"first":"${address}"}\n{"second":1}\n`);
	const look = asking(ask);
	const [first, ...others] = [await look(one), await look(other), await look(one), await look(one)];
	expect(first).toBe(`{"first":"${one}"}\n{"second":1}\n`);
	expect(others).toEqual([first.replace('female', 'male'), first, first]);
	expect(asked).toEqual([one, other]);
});

test('an answer that is still coming is shared', async () => {
	let send = (_: string) => {};
	const { asked, ask } = server(() => '');
	const look = asking(async (address) => {
		await ask(address);
		const encoder = new TextEncoder();
		return new Response(new ReadableStream({ start: (controller) => {
			controller.enqueue(encoder.encode('{"first":1}\n'));
			send = (text) => {
				controller.enqueue(encoder.encode(text));
				controller.close();
			};
		} }), { headers: kept });
	});
	const first = look(one);
	await vi.waitFor(() => expect(asked).toHaveLength(1));
	await new Promise((resolve) => setTimeout(resolve, 5));
	const second = look(one);
	send('{"second":2}\n');
	expect([await first, await second]).toEqual(Array.from({ length: 2 }, () => '{"first":1}\n{"second":2}\n'));
	expect(asked).toEqual([one]);
});

test('the page that is open is asked for anew', async () => {
	const { asked, ask } = server((_, time) => `${time}\n`);
	const look = asking(ask, { isOpen: true });
	expect([await look(one), await look(one)]).toEqual(['1\n', '2\n']);
	expect(asked).toHaveLength(2);
});

test.each([
	['must not be kept', { 'cache-control': 'private, no-store' }, '{"type":"data"}\n'],
	['failed', kept, '{"type":"data","nodes":[null,{"type":"error","error":{}}]}\n'],
	['failed in a part of it', kept, '{"type":"data","nodes":[]}\n{"type":"chunk","id":2,"error":[{}]}\n'],
	['leads elsewhere', kept, '{"type":"redirect","location":"/"}\n'],
])('what %s is asked for again', async (_, headers, text) => {
	const { asked, ask } = server(() => text, headers);
	const look = asking(ask);
	await look(one);
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(await look(one)).toBe(text);
	expect(asked).toHaveLength(2);
});

test('after a pause the server is asked once whether it holds; what does not is forgotten, and told of', async () => {
	vi.useFakeTimers();
	const outdated = vi.fn();
	const { asked, ask } = server((_, time) => (time < 4 ? '1\n2\n3\n' : 'newer\n'));
	const look = asking(ask, { outdated });
	for (const _ of [1, 2, 3]) await look(one);
	await vi.advanceTimersByTimeAsync(500);
	expect([asked.length, outdated.mock.calls.length]).toEqual([2, 0]);
	await look(other);
	await look(one);
	await vi.advanceTimersByTimeAsync(500);
	expect([asked.length, outdated.mock.calls.length]).toEqual([4, 1]);
	expect(await look(other)).toBe('newer\n');
	vi.useRealTimers();
});

test('the oldest are dropped where there are too many', async () => {
	const { asked, ask } = server(() => `${'x'.repeat(2_500_000)}\n`);
	const look = asking(ask);
	for (const name of ['a', 'b', 'c']) await look(`${one}&clinic=${name}`);
	await new Promise((resolve) => setTimeout(resolve, 20));
	await look(`${one}&clinic=c`);
	expect(asked).toHaveLength(3);
	await look(`${one}&clinic=a`);
	expect(asked).toHaveLength(4);
});

/** A server whose answers break off, all of them or only the first. */
function breaking(times: number) {
	const asked: string[] = [];
	const ask = async (address: string) => {
		const isBroken = asked.push(address) <= times;
		const body = new ReadableStream({
			pull(controller) {
				controller.enqueue(new TextEncoder().encode('1\n'));
				if (isBroken) controller.error(new Error('the connection broke'));
				else controller.close();
			},
		});
		return new Response(body, { headers: kept });
	};
	return { asked, ask };
}

test.each([
	['is asked for once more by itself', 1, true, 1],
	['is left where it breaks again', 9, true, 0],
	['is left where another page is open', 1, false, 0],
])('what breaks off %s', async (_, times, isOpen, renewed) => {
	vi.useFakeTimers();
	const outdated = vi.fn();
	const { asked, ask } = breaking(times);
	await expect(asking(ask, { isOpen, outdated })(one)).rejects.toThrow('broke');
	await vi.advanceTimersByTimeAsync(1000);
	expect([asked.length, outdated.mock.calls.length]).toEqual([2, renewed]);
	vi.useRealTimers();
});
