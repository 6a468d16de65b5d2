import type { WarehouseFolder } from '../warehouse/folder.ts';
import { locked } from '../warehouse/lock.ts';
import { keepRecord, publishedRecords } from './published-files.ts';

/** Takes a published figure back: its addresses say so from now on. The guard still knows that it was seen. False where there is none of that id. */
export async function withdraw(folder: WarehouseFolder, id: string): Promise<boolean> {
	return locked(folder, async () => {
		const records = (await publishedRecords(folder)).filter((each) => each.id === id || each.follows === id);
		const withdrawnAt = new Date().toISOString();
		for (const record of records) await keepRecord(folder, { ...record, withdrawnAt: record.withdrawnAt ?? withdrawnAt, evidence: null });
		return records.length > 0;
	});
}
