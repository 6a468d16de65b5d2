import { createHmac, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { keyFile, keyFingerprint, loadKey } from '#lib/server/intake/pseudonym-key.ts';
import { hmacSql, prepareHmac } from '#lib/server/intake/pseudonym-sql.ts';
import { openEngine, rows } from '#lib/server/warehouse/database.ts';
import { temporaryFolder } from './temporary-folder.ts';

const texts = ['P-0001', '', 'Ünïcode 😀', 'x'.repeat(200), "O'Brien", 'patient:1'];

describe('the keyed hash in SQL', () => {
	test.each([16, 32, 64, 65, 200])('is the HMAC-SHA-256 of Node for a key of %i bytes', async (bytes) => {
		const key = randomBytes(bytes);
		expect(await hashes(key, texts)).toEqual(texts.map((text) => createHmac('sha256', key).update(`patient_id:${text}`).digest('hex')));
	});

	test('of nothing is nothing', async () => {
		const engine = await openEngine();
		const db = await engine.connect();
		await prepareHmac(db, randomBytes(32));
		expect(await rows(db, z.unknown(), `SELECT ${hmacSql('patient_id', 'NULL::VARCHAR')} AS hash`)).toEqual([{ hash: null }]);
		db.closeSync();
		engine.closeSync();
	});
});

describe('the key file', () => {
	test('lies beside the warehouse unless another is named', () => {
		expect([keyFile('/data/warehouse'), keyFile('/data/warehouse', '/secret/key')]).toEqual(['/data/warehouse.key', '/secret/key']);
	});

	test('is made of 32 random bytes that only its owner can read', async () => {
		const folder = await temporaryFolder();
		const key = await loadKey(join(folder, 'warehouse'));
		const { mode, size } = await stat(join(folder, 'warehouse.key'));
		expect({ bytes: key.length, mode: mode & 0o777, size }).toEqual({ bytes: 32, mode: 0o600, size: 32 });
	});

	test('stays the same once it is there', async () => {
		const folder = await temporaryFolder();
		const [first, again] = [await loadKey(join(folder, 'warehouse')), await loadKey(join(folder, 'warehouse'))];
		expect(again.equals(first)).toBe(true);
	});

	test('is one key however many ask for it at once', async () => {
		const folder = await temporaryFolder();
		const keys = await Promise.all(Array.from({ length: 8 }, () => loadKey(join(folder, 'warehouse'))));
		expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
	});

	test('is refused in the warehouse folder', async () => {
		const folder = await temporaryFolder();
		await expect(loadKey(folder, join(folder, 'deep', 'my.key'))).rejects.toThrow('the key file must not lie in the warehouse folder');
	});

	test('is refused in the warehouse folder by way of a link too', async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, 'warehouse'));
		await symlink(join(folder, 'warehouse'), join(folder, 'elsewhere'));
		await expect(loadKey(join(folder, 'warehouse'), join(folder, 'elsewhere', 'my.key'))).rejects.toThrow('the key file must not lie in the warehouse folder');
	});

	test('is refused where others can read it', async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, 'my.key'), randomBytes(32));
		await chmod(join(folder, 'my.key'), 0o640);
		await expect(loadKey(join(folder, 'warehouse'), join(folder, 'my.key'))).rejects.toThrow('the key file can be read by others');
	});

	test('is refused where it is too short, and stays as it is', async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, 'my.key'), 'secret', { mode: 0o600 });
		await expect(loadKey(join(folder, 'warehouse'), join(folder, 'my.key'))).rejects.toThrow('the key file is too short to be a key');
		expect(await readFile(join(folder, 'my.key'), 'utf8')).toBe('secret');
	});

	test('has a fingerprint that differs between keys and is not part of one', () => {
		const key = randomBytes(32);
		expect([keyFingerprint(key) === keyFingerprint(Buffer.from(key)), keyFingerprint(key) === keyFingerprint(randomBytes(32)), key.toString('hex').includes(keyFingerprint(key))]).toEqual([true, false, false]);
	});
});

async function hashes(key: Buffer, of: readonly string[]): Promise<string[]> {
	const engine = await openEngine();
	const db = await engine.connect();
	try {
		await prepareHmac(db, key);
		const found = await rows(db, z.object({ hash: z.string() }), `SELECT ${hmacSql('patient_id', 'text')} AS hash FROM (SELECT unnest($texts) AS text)`, { texts: of });
		return found.map(({ hash }) => hash);
	} finally {
		db.closeSync();
		engine.closeSync();
	}
}
