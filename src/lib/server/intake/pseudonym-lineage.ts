import { z } from 'zod';
import { oneRow, rows, run, type Database } from '../warehouse/database.ts';
import { keyFingerprint } from './pseudonym-key.ts';
import keepFingerprintSql from './sql/keep-key-fingerprint.sql?raw';
import previousFingerprintSql from './sql/previous-key-fingerprint.sql?raw';
import previousIsKeyedSql from './sql/previous-is-keyed.sql?raw';

/** Throws where the published snapshot, attached as `previous`, knows its patients by other pseudonyms than this import gives them. */
export async function requireSameKey(db: Database, key: Buffer | undefined): Promise<void> {
	const before = await previousFingerprint(db);
	const now = key === undefined ? undefined : keyFingerprint(key);
	if (before === now) return;
	if (before === undefined) throw new Error('the published records keep the ids of their files, and this import makes pseudonyms, so that one patient would be two: import all files with --pseudonymize into another folder (--warehouse DIR)');
	if (now === undefined) throw new Error('the published records have pseudonyms made with a key, and this import has none, so that one patient would be two: say --pseudonymize');
	throw new Error('the pseudonyms of the published records were made with another key, so that one patient would be two: name that key (--key FILE)');
}

/** Writes into the next snapshot which key its pseudonyms were made with, not the key. */
export async function keepKeyFingerprint(db: Database, key: Buffer): Promise<void> {
	await run(db, keepFingerprintSql, { fingerprint: keyFingerprint(key) });
}

async function previousFingerprint(db: Database): Promise<string | undefined> {
	const { keyed } = await oneRow(db, z.object({ keyed: z.boolean() }), previousIsKeyedSql);
	if (!keyed) return undefined;
	const [row] = await rows(db, z.object({ fingerprint: z.string() }), previousFingerprintSql);
	return row?.fingerprint;
}
