import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { overview } from '#lib/questions/overview/overview.server.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { importInto } from '../intake/import-into.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';

/** A file of one visit each of so many patients. */
export function patients(count: number): string[] {
	return ['patient_id,condition,session_number,pain_before', ...Array.from({ length: count }, (_, i) => `P${i},knee pain,1,5`)];
}

/** A warehouse of 20 patients, with what the database is asked for its overview; closed when the test ends. */
export async function askedWarehouse() {
	const folder = await temporaryFolder();
	await importInto(folder, { 'a.csv': patients(20) });
	const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
	onTestFinished(() => warehouse.close());
	const asked = vi.spyOn(overview, 'ask');
	const held = vi.spyOn(overview, 'askHeld').mockReturnValue(undefined);
	onTestFinished(() => {
		asked.mockRestore();
		held.mockRestore();
	});
	return { folder, warehouse, asked };
}
