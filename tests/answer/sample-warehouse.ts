import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { importFiles } from '#lib/server/intake/import-files.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';

/** A warehouse of the sample, imported from its file; removed when the tests of the file that asks for it are done. */
export async function sampleWarehouse(): Promise<Warehouse> {
	const folder = await mkdtemp(join(tmpdir(), 'needlepoint-'));
	const options = { files: ['data/sample/sessions.csv'], warehouse: join(folder, 'warehouse'), codebook: defaultCodebook, mapping: { name: 'none', columns: {}, values: {} } };
	await importFiles({ ...options, episodeGap: 90, datePrecision: 'month', dryRun: false, memoryLimit: '1GB' }, () => undefined);
	const warehouse = await openWarehouse(options.warehouse);
	afterAll(async () => {
		warehouse.close();
		await rm(folder, { recursive: true });
	});
	return warehouse;
}
