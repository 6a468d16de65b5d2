import { expect, onTestFinished, test, vi } from 'vitest';
import { parseFilters } from '#lib/questions/filters.ts';
import { answer } from '#lib/server/answer.ts';
import { keepWarm } from '#lib/server/keep-warm.ts';
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
