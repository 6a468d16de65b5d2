import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { rows, run } from '#lib/server/warehouse/database.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { publishSnapshot } from './publish-snapshot.ts';

const spills = async (root: string) => (await readdir(root)).filter((name) => name.startsWith('spill-'));

test('a question that needs more than the memory is answered from disk, and leaves nothing there', async () => {
	const folder = await temporaryFolder();
	await publishSnapshot(folder, 1);
	const root = join(folder, 'warehouse');
	const warehouse = await openWarehouse(root, '60MB');
	const answered = await warehouse.read(async (db) => {
		await run(db, 'CREATE TEMP TABLE big AS SELECT hash(range) AS number FROM range(12000000) ORDER BY number');
		return { counted: await rows(db, z.object({ n: z.bigint() }), 'SELECT count(*) AS n FROM big'), spilled: (await spills(root)).length };
	});
	warehouse.close();
	expect({ ...answered, left: await spills(root) }).toEqual({ counted: [{ n: 12_000_000n }], spilled: 1, left: [] });
});

test('what a killed program left is cleared when the next one opens, and what a living one or another machine has there stays', async () => {
	const folder = await temporaryFolder();
	await publishSnapshot(folder, 1);
	const root = join(folder, 'warehouse');
	const uuid = '00000000-0000-4000-8000-000000000000';
	const [dead, own, others] = [`spill-999999999-${uuid}-${hostname()}`, `spill-${process.pid}-${uuid}-${hostname()}`, `spill-999999999-${uuid}-elsewhere`];
	for (const name of [dead, own, others]) {
		await mkdir(join(root, name));
		await writeFile(join(root, name, 'duckdb_temp_storage-0.tmp'), 'rows');
	}
	const warehouse = await openWarehouse(root);
	warehouse.close();
	expect((await spills(root)).sort()).toEqual([own, others].sort());
});
