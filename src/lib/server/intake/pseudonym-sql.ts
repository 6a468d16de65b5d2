import { createHash } from 'node:crypto';
import { literal } from '#lib/record/sql.ts';
import { run, type Database } from '../warehouse/database.ts';
import keyedHashSql from './sql/keyed-hash.sql?raw';
import setInnerKeySql from './sql/set-inner-key.sql?raw';
import setOuterKeySql from './sql/set-outer-key.sql?raw';

const block = 64;

/** Hexadecimal digits of a pseudonym: so many that no two people share one. */
const digits = 32;

/** Readies a connection for `hmacSql`. The key stays in the memory of this connection: no statement, table or file holds it. */
export async function prepareHmac(db: Database, key: Buffer): Promise<void> {
	const padded = Buffer.alloc(block);
	(key.length > block ? createHash('sha256').update(key).digest() : key).copy(padded);
	const pad = (byte: number) => Buffer.from(padded.map((each) => each ^ byte)).toString('hex');
	await run(db, setInnerKeySql, { hex: pad(0x36) });
	await run(db, setOuterKeySql, { hex: pad(0x5c) });
	await run(db, keyedHashSql);
}

/**
 * SQL of the HMAC-SHA-256 of a text, as 64 hexadecimal digits; null where the text is. `purpose` keeps hashes of the same text
 * for different ends apart: what is signed is `purpose:text`.
 */
export function hmacSql(purpose: string, text: string): string {
	return `keyed_hash(${literal(purpose)}, ${text})`;
}

/** SQL of the pseudonym that stands for the id `text`; one that marks a made-up record still does. */
export function pseudonymSql(purpose: string, text: string): string {
	const hash = `left(${hmacSql(purpose, text)}, ${digits})`;
	return `CASE WHEN starts_with(${text}, 'synthetic-') THEN 'synthetic-' || ${hash} ELSE ${hash} END`;
}
