import { expect, test } from 'vitest';
import { parseFilters } from '#lib/questions/filters.ts';
import { answer } from '#lib/server/answer.ts';
import { cohortOf } from '#lib/server/cohort-of.ts';
import { importInto } from '../intake/import-into.ts';
import { askedWarehouse, patients } from './asked-warehouse.ts';

const filters = (search: string) => parseFilters(new URLSearchParams(search));

test('one object stands for the same episodes of a snapshot, whatever is asked of them', async () => {
	const { folder, warehouse } = await askedWarehouse();
	const cohort = async (search: string) => warehouse.hold(async (stamp) => cohortOf(stamp, filters(search)));
	const knees = await cohort('condition=knee-pain');
	expect(await cohort('condition=knee-pain&measure=lefs&delta=1')).toBe(knees);
	expect(await cohort('condition=knee-pain&by=protocol')).not.toBe(knees);
	expect(await cohort('')).not.toBe(knees);
	await importInto(folder, { 'a.csv': patients(30) });
	expect(await cohort('condition=knee-pain')).not.toBe(knees);
});

test('what is asked of the same episodes one after the other is the same as asked alone', async () => {
	const { warehouse } = await askedWarehouse();
	const alone = await askedWarehouse();
	for (const name of ['response', 'prognosis', 'recovery', 'overview', 'comparison'] as const) {
		const { snapshot: _, ...together } = await answer(warehouse, name, filters('condition=knee-pain'));
		await answer(alone.warehouse, name, filters('condition=hip-pain'));
		expect(await answer(alone.warehouse, name, filters('condition=knee-pain'))).toMatchObject(together);
	}
});
