import { expect, onTestFinished, test, vi } from 'vitest';
import { choices } from '#lib/questions/choices/choices.server.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { noEpisode } from '#lib/questions/no-episode.ts';
import { answer } from '#lib/server/answer.ts';
import { onBehalfOf } from '#lib/server/asker.ts';
import { inSlices } from '#lib/server/held/in-slices.ts';
import { run } from '#lib/server/warehouse/database.ts';
import type { Beside, Warehouse } from '#lib/server/warehouse/open.ts';
import { pinned } from '#lib/server/warehouse/pinned.ts';
import { TooLong } from '#lib/server/within-time.ts';
import { askedWarehouse } from '../asked-warehouse.ts';

const filters = (search: string) => parseFilters(new URLSearchParams(search));

/** The same warehouse, on whose connections is told. */
async function counted(warehouse: Warehouse) {
	let connections = 0;
	const on = await warehouse.hold(async (stamp, beside) => {
		const counting: Beside = (work, use) => {
			connections += 1;
			return beside(work, use);
		};
		return pinned(warehouse.folder, stamp, counting);
	});
	return { on, connections: () => connections };
}

test('what is held is asked without any connection once it was read', async () => {
	const { warehouse } = await askedWarehouse();
	const { on, connections } = await counted(warehouse);
	await answer(on, 'choices', filters(''));
	const before = connections();
	const { choices: found, caveats } = await answer(on, 'choices', filters('condition=knee-pain'));
	expect(found).toEqual([{ filter: 'condition', value: 'knee-pain', n: 20 }]);
	expect(caveats).not.toContain(noEpisode);
	expect((await answer(on, 'choices', filters('condition=hip-pain'))).caveats).toContain(noEpisode);
	expect(connections()).toBe(before);
});

test('what the held columns cannot tell is asked of the database', async () => {
	const { warehouse } = await askedWarehouse();
	const held = vi.spyOn(choices, 'askHeld').mockReturnValue(undefined);
	onTestFinished(() => held.mockRestore());
	const { on, connections } = await counted(warehouse);
	await answer(on, 'choices', filters(''));
	const before = connections();
	expect((await answer(on, 'choices', filters('condition=knee-pain'))).choices).toHaveLength(1);
	expect(connections()).toBe(before + 1);
});

test('an answer from what is held does not wait for the database', async () => {
	const { warehouse, asked } = await askedWarehouse();
	asked.mockImplementation(async ({ db }) => {
		await run(db, 'SELECT count(*) FROM range(10000000) AS a, range(10000000) AS b WHERE a.range * b.range = 7');
		throw new Error('this was not to end');
	});
	const leave = new AbortController();
	const slow = Promise.allSettled(['', 'condition=knee-pain', 'condition=hip-pain'].map((search) => onBehalfOf({ client: 'a', signal: leave.signal }, () => answer(warehouse, 'overview', filters(search)))));
	await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
	expect((await answer(warehouse, 'choices', filters(''))).choices).toHaveLength(1);
	leave.abort();
	expect((await slow).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});

/** Choices that are asked of what is held and never told. */
async function endless() {
	const { warehouse } = await askedWarehouse();
	const held = vi.spyOn(choices, 'askHeld').mockImplementation(async ({ stop }) => {
		await inSlices(Number.MAX_SAFE_INTEGER, stop, () => undefined);
		return [];
	});
	onTestFinished(() => held.mockRestore());
	return { warehouse, held };
}

test('it is stopped when its time is up', async () => {
	const { warehouse } = await endless();
	vi.stubEnv('NEEDLEPOINT_ANSWER_SECONDS', '0.2');
	onTestFinished(() => void vi.unstubAllEnvs());
	const found = answer(warehouse, 'choices', filters(''));
	await expect(found).rejects.toThrow(TooLong);
});

test('it is stopped when nobody waits for it any more', async () => {
	const { warehouse, held } = await endless();
	const leave = new AbortController();
	const found = onBehalfOf({ client: 'a', signal: leave.signal }, () => answer(warehouse, 'choices', filters('')));
	const ended = expect(found).rejects.toThrow('aborted');
	await vi.waitFor(() => expect(held).toHaveBeenCalled());
	leave.abort();
	await ended;
	held.mockRestore();
	expect((await answer(warehouse, 'choices', filters(''))).choices).toHaveLength(1);
});
