import { expect, test } from './fixtures.ts';

const condition = '/conditions/plantar-fasciitis';

for (const path of ['/', `${condition}?sex=female`, `${condition}/__data.json?sex=female`, '/api/recovery?sex=female']) {
	test(`${path} is not sent again to a browser that has it`, async ({ request }) => {
		// what comes in parts can be tagged when it has come
		await request.get(path);
		const first = await request.get(path);
		const tag = first.headers()['etag'] ?? '';
		expect((await request.get(path, { headers: { 'if-none-match': tag } })).status()).toBe(304);
		const again = await request.get(path);
		expect(await again.text()).toBe(await first.text());
		expect(again.headers()['content-security-policy']).toBe(first.headers()['content-security-policy']);
	});
}

test('a page that was kept in other colours is not taken for it', async ({ request }) => {
	const themeOf = async (cookie: string) => /data-theme="(\w+)"/u.exec(await (await request.get(condition, { headers: { cookie } })).text())?.[1];
	expect([await themeOf('theme=light'), await themeOf('theme=dark'), await themeOf('theme=light')]).toEqual(['light', 'dark', 'light']);
});

test('a page that failed is not kept', async ({ ownWarehouse, start }) => {
	const { url } = await start(ownWarehouse, { env: { NEEDLEPOINT_ANSWER_SECONDS: 'never' } });
	const response = await fetch(`${url}${condition}/__data.json`);
	expect(await response.text()).toContain('"type":"error"');
	expect(response.headers.get('etag')).toBeNull();
});
