import { expect, onTestFinished, test, vi } from 'vitest';
import { join } from 'node:path';
import { parseFilters } from '#lib/questions/filters.ts';
import { overview } from '#lib/questions/overview/overview.server.ts';
import { answer } from '#lib/server/answer.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { importInto } from '../intake/import-into.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';

const patients = (count: number) => ['patient_id,condition,session_number,pain_before', ...Array.from({ length: count }, (_, i) => `P${i},knee pain,1,5`)];
const everyone = parseFilters(new URLSearchParams());
const knees = parseFilters(new URLSearchParams('condition=knee-pain'));

async function opened() {
	const folder = await temporaryFolder();
	await importInto(folder, { 'a.csv': patients(20) });
	const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
	onTestFinished(() => warehouse.close());
	const asked = vi.spyOn(overview, 'ask');
	onTestFinished(() => asked.mockRestore());
	return { folder, warehouse, asked };
}

test('an answer is worked out once for each snapshot and choice of filters', async () => {
	const { folder, warehouse, asked } = await opened();
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
	const { warehouse, asked } = await opened();
	const answers = await Promise.all(Array.from({ length: 20 }, () => answer(warehouse, 'overview', everyone)));
	expect(new Set(answers.map(({ all }) => all.episodes))).toEqual(new Set([20]));
	expect(asked).toHaveBeenCalledTimes(1);
});

test('a smallest cell set anew is heeded', async () => {
	const { warehouse } = await opened();
	expect((await answer(warehouse, 'overview', everyone)).all.episodes).toBe(20);
	vi.stubEnv('NEEDLEPOINT_MINIMUM_CELL', '25');
	onTestFinished(() => void vi.unstubAllEnvs());
	expect((await answer(warehouse, 'overview', everyone)).all.episodes).toBeNull();
});

test('an answer that failed is not kept', async () => {
	const { warehouse } = await opened();
	vi.stubEnv('NEEDLEPOINT_ANSWER_SECONDS', 'soon');
	await expect(answer(warehouse, 'overview', everyone)).rejects.toThrow('NEEDLEPOINT_ANSWER_SECONDS');
	vi.unstubAllEnvs();
	expect((await answer(warehouse, 'overview', everyone)).all.episodes).toBe(20);
});
