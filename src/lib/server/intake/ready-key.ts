import { run, type Database } from '../warehouse/database.ts';
import { keyFingerprint, loadKey } from './pseudonym-key.ts';
import { prepareHmac } from './pseudonym-sql.ts';
import dayMaskSql from './sql/day-mask.sql?raw';

/** Readies the hiding of first days by the warehouse's key, and gives what tells it from other keys; a dry run makes no key file. */
export async function readyKey(db: Database, { warehouse, keyFile, dryRun }: Readonly<{ warehouse: string; keyFile?: string | undefined; dryRun: boolean }>): Promise<string> {
	const key = await loadKey(warehouse, keyFile, !dryRun);
	await prepareHmac(db, key);
	await run(db, dayMaskSql);
	return keyFingerprint(key);
}
