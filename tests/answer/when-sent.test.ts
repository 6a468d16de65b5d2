import { expect, test } from 'vitest';
import { whenSent } from '#lib/server/when-sent.ts';

test('it is told when the first of an answer has been read, and all of it comes as it is', async () => {
	const order: string[] = [];
	const encoder = new TextEncoder();
	let pulls = 0;
	const body = new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				pulls += 1;
				if (pulls === 1) return controller.enqueue(encoder.encode('first'));
				await new Promise((resolve) => setTimeout(resolve, 20));
				order.push('rest');
				controller.enqueue(encoder.encode(' rest'));
				controller.close();
			},
		},
		{ highWaterMark: 0 },
	);
	const response = whenSent(new Response(body, { status: 201, headers: { etag: '"a"' } }), () => order.push('told'));
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(order).toEqual([]);
	expect(await response.text()).toBe('first rest');
	expect(order.slice(0, 2)).toEqual(['told', 'rest']);
	expect([response.status, response.headers.get('etag')]).toEqual([201, '"a"']);
});

test.each([
	['has no body', null],
	['is empty', ''],
])('of an answer that %s it is told too', async (_, body) => {
	let isTold = false;
	await whenSent(new Response(body), () => (isTold = true)).text();
	expect(isTold).toBe(true);
});
