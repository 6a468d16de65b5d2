import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { leaflet } from '../answer/leaflet.ts';
import { expect, test } from './fixtures.ts';
import { root } from './server.ts';

const number = z.number().nullable();
const point = z.strictObject({
	session: z.int().positive(),
	n: number,
	mean: number,
	sd: number,
	lower: number,
	upper: number,
	median: number,
	q1: number,
	q3: number,
	distribution: z.array(number).length(11).nullable(),
	adjusted: z.strictObject({ mean: z.number(), se: z.number(), lower: z.number(), upper: z.number() }).nullable(),
	suppressed: z.boolean(),
});
const answer = z.strictObject({
	question: z.literal('recovery'),
	filters: z.looseObject({ condition: z.tuple([z.literal('plantar-fasciitis')]) }),
	snapshot: z.strictObject({ id: z.string().min(1), publishedAt: z.iso.datetime(), synthetic: z.literal(true), sessions: z.int().positive(), episodes: z.int().positive() }),
	groups: z.tuple([z.looseObject({ condition: z.literal('plantar-fasciitis'), episodes: number, points: z.array(point).min(1) })]),
	method: z.unknown(),
	caveats: z.array(z.string()),
});

test('the answer has the shape that was promised', async ({ request }) => {
	const response = await request.get('/api/recovery?condition=plantar-fasciitis');
	expect(response.status()).toBe(200);
	expect(answer.safeParse(await response.json()).error?.issues ?? []).toEqual([]);
});

test('the server and the command line give the same answer', async ({ request, sharedWarehouse }) => {
	const served: unknown = await (await request.get('/api/recovery?condition=plantar-fasciitis')).json();
	const parameters = ['run', 'ask', '--', 'recovery', '--condition', 'plantar-fasciitis', '--json'];
	const { stdout } = await promisify(execFile)('npm', parameters, { cwd: root, env: { ...process.env, NEEDLEPOINT_WAREHOUSE: sharedWarehouse } });
	expect(JSON.parse(stdout)).toEqual(served);
});

for (const path of ['/', '/api/recovery', '/api/recovery?format=csv']) {
	test(`${path} is packed, and not sent again to who has it`, async ({ request }) => {
		const first = await request.get(path, { headers: { 'accept-encoding': 'br' } });
		const { etag = '', 'content-encoding': encoding } = first.headers();
		expect([encoding, etag]).toEqual(['br', expect.stringMatching(/^".+"$/u)]);
		const second = await request.get(path, { headers: { 'accept-encoding': 'br', 'if-none-match': etag } });
		expect([second.status(), (await second.body()).length]).toEqual([304, 0]);
	});
}

test('what is said of claims follows the articles of the clinic', async ({ ownWarehouse, start }) => {
	const server = await start(ownWarehouse);
	const titles = async () => z.object({ articles: z.array(z.object({ title: z.string() })) }).parse(await (await fetch(`${server.url}/api/claims`)).json()).articles.map(({ title }) => title);
	const write = async (title: string) => writeFile(join(ownWarehouse, 'claims', 'leaflet.json'), JSON.stringify({ ...leaflet, article: { ...leaflet.article, title } }));
	const [shipped] = await titles();
	await mkdir(join(ownWarehouse, 'claims'));
	for (const title of ['Leaflet one', 'Leaflet two']) {
		await write(title);
		expect(await titles()).toEqual([shipped, title]);
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect([await titles(), await titles()]).toEqual([[shipped, title], [shipped, title]]);
	}
});
