import { expect, onTestFinished, test, vi } from 'vitest';
import { parseFilters } from '#lib/questions/filters.ts';
import { answer } from '#lib/server/answer.ts';
import { forLater, onBehalfOf } from '#lib/server/asker.ts';
import { run } from '#lib/server/warehouse/database.ts';
import { importInto } from '../intake/import-into.ts';
import { askedWarehouse, patients } from './asked-warehouse.ts';

const everyone = parseFilters(new URLSearchParams());
const knees = parseFilters(new URLSearchParams('condition=knee-pain'));

test('an answer is worked out once for each snapshot and choice of filters', async () => {
	const { folder, warehouse, asked } = await askedWarehouse();
	const first = await answer(warehouse, 'overview', everyone);
	expect(await answer(warehouse, 'overview', everyone)).toEqual(first);
	expect(asked).toHaveBeenCalledTimes(1);
	await answer(warehouse, 'overview', knees);
	expect(asked).toHaveBeenCalledTimes(2);
	await importInto(folder, { 'a.csv': patients(30) });
	expect((await answer(warehouse, 'overview', everyone)).all.episodes).toBe(30);
	expect(asked).toHaveBeenCalledTimes(3);
});

test('equal requests at the same time wait for one answer', async () => {
	const { warehouse, asked } = await askedWarehouse();
	const answers = await Promise.all(Array.from({ length: 20 }, () => answer(warehouse, 'overview', everyone)));
	expect(new Set(answers.map(({ all }) => all.episodes))).toEqual(new Set([20]));
	expect(asked).toHaveBeenCalledTimes(1);
});

test('a smallest cell set anew is heeded', async () => {
	const { warehouse } = await askedWarehouse();
	expect((await answer(warehouse, 'overview', everyone)).all.episodes).toBe(20);
	vi.stubEnv('NEEDLEPOINT_MINIMUM_CELL', '25');
	onTestFinished(() => void vi.unstubAllEnvs());
	expect((await answer(warehouse, 'overview', everyone)).all.episodes).toBeNull();
});

test('an answer that failed is not kept', async () => {
	const { warehouse } = await askedWarehouse();
	vi.stubEnv('NEEDLEPOINT_ANSWER_SECONDS', 'soon');
	await expect(answer(warehouse, 'overview', everyone)).rejects.toThrow('NEEDLEPOINT_ANSWER_SECONDS');
	vi.unstubAllEnvs();
	expect((await answer(warehouse, 'overview', everyone)).all.episodes).toBe(20);
});

const soon = { client: 'a', signal: new AbortController().signal };

/** An overview that is asked for and never told, until it is stopped. */
async function endless() {
	const { warehouse, asked } = await askedWarehouse();
	asked.mockImplementation(async ({ db }) => {
		await run(db, 'SELECT count(*) FROM range(10000000) AS a, range(10000000) AS b WHERE a.range * b.range = 7');
		throw new Error('this was not to end');
	});
	return { warehouse, asked };
}

test('work that nobody waits for any more is stopped, and done anew when asked for again', async () => {
	const { warehouse, asked } = await endless();
	const [first, second] = [new AbortController(), new AbortController()];
	const answers = [first, second].map(({ signal }) => onBehalfOf({ client: 'a', signal }, () => answer(warehouse, 'overview', everyone)));
	const ended = Promise.allSettled(answers);
	await vi.waitFor(() => expect(asked).toHaveBeenCalled());
	first.abort();
	expect(await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve('goes on'), 200))])).toBe('goes on');
	second.abort();
	expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	asked.mockRestore();
	expect((await answer(warehouse, 'overview', everyone)).all.episodes).toBe(20);
});

test('a client that asks for much does not keep another waiting', async () => {
	const { warehouse } = await askedWarehouse();
	const answered: string[] = [];
	const ask = (client: string, delta: number) => onBehalfOf({ ...soon, client }, async () => answer(warehouse, 'overview', parseFilters(new URLSearchParams({ delta: String(delta) })))).then(() => answered.push(client));
	const many = Array.from({ length: 20 }, (_, place) => ask('much', place + 1));
	await Promise.all([...many, ask('little', 100)]);
	expect(answered.indexOf('little')).toBeLessThan(6);
});

test('what is looked at first does not wait until what is for later has had its turn', async () => {
	const { warehouse } = await askedWarehouse();
	const answered: string[] = [];
	const ask = async (name: string, delta: number) => answer(warehouse, 'overview', parseFilters(new URLSearchParams({ delta: String(delta) }))).then(() => answered.push(name));
	const many = Array.from({ length: 20 }, (_, place) => onBehalfOf(soon, () => forLater(() => ask('later', place + 1))));
	await Promise.all([...many, onBehalfOf(soon, () => ask('first', 100))]);
	expect(answered.indexOf('first')).toBeLessThan(6);
});
