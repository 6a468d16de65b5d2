import { expect, onTestFinished, test, vi } from 'vitest';
import { parseFilters } from '#lib/questions/filters.ts';
import { answer } from '#lib/server/answer.ts';
import { keepWarm } from '#lib/server/keep-warm.ts';
import { somebodyAsks } from '#lib/server/quiet.ts';
import { run } from '#lib/server/warehouse/database.ts';
import { importInto } from '../intake/import-into.ts';
import { askedWarehouse, patients } from './asked-warehouse.ts';

const filters = (search = '') => parseFilters(new URLSearchParams(search));

test('a large snapshot is asked about before anybody does, and so is the next', async () => {
	const { folder, warehouse, asked } = await askedWarehouse();
	onTestFinished(keepWarm(warehouse, 50, 10));
	await vi.waitFor(() => expect(asked.mock.calls.some(([{ filters: { condition } }]) => condition.includes('knee-pain'))).toBe(true), 30_000);
	const before = asked.mock.calls.length;
	await answer(warehouse, 'overview', filters('condition=knee-pain'));
	await answer(warehouse, 'overview', filters());
	const again = asked.mock.calls.length;
	await importInto(folder, { 'b.csv': patients(30) });
	await vi.waitFor(() => expect(asked.mock.calls.at(-1)?.[0].stamp.sessions).toBe(30), 30_000);
	expect(again).toBe(before);
}, 90_000);

test('a small one is left until it is asked for', async () => {
	const { warehouse, asked } = await askedWarehouse();
	onTestFinished(keepWarm(warehouse, 20, 21));
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(asked).not.toHaveBeenCalled();
});

test('nothing is worked out while somebody asks, and then it is', async () => {
	const { warehouse, asked } = await askedWarehouse();
	somebodyAsks();
	onTestFinished(keepWarm(warehouse, 5000, 10));
	await new Promise((resolve) => setTimeout(resolve, 500));
	const before = asked.mock.calls.length;
	await vi.waitFor(() => expect(asked).toHaveBeenCalled(), 10_000);
	expect(before).toBe(0);
});

test('what somebody’s question stops is worked out again', async () => {
	const { warehouse, asked } = await askedWarehouse();
	asked.mockImplementationOnce(async ({ db }) => {
		await run(db, 'SELECT count(*) FROM range(10000000) AS a, range(10000000) AS b WHERE a.range * b.range = 7');
		throw new Error('this was not to end');
	});
	onTestFinished(keepWarm(warehouse, 5000, 10));
	await vi.waitFor(() => expect(asked).toHaveBeenCalled(), 10_000);
	await answer(warehouse, 'overview', filters('condition=knee-pain'));
	await vi.waitFor(() => expect(asked.mock.calls.filter(([{ filters: { condition } }]) => condition.length === 0)).toHaveLength(2), 10_000);
});
