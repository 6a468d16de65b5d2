import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { loadMapping } from '#lib/server/intake/load-mapping.ts';
import { loadWords } from '#lib/server/intake/load-words.ts';
import { plainHeader } from '#lib/server/intake/mapping.ts';
import { shippedMappings } from '#lib/server/intake/shipped-mappings.ts';
import { openEngine } from '#lib/server/warehouse/database.ts';

const shipped = await shippedMappings();

describe.each(shipped.map((map) => [map.name, map] as const))('the shipped mapping %s', (name, map) => {
	test('is found by its name', async () => {
		expect(await loadMapping(name)).toEqual(map);
	});

	test('gives no header to two columns', () => {
		const headers = Object.values(map.columns).flatMap((known) => [...new Set(known.map(plainHeader))]);
		expect(headers).toEqual([...new Set(headers)]);
	});

	test('names entries of the codebook', async () => {
		const engine = await openEngine();
		const db = await engine.connect();
		await db.run("ATTACH ':memory:' AS stage");
		await expect(loadWords(db, defaultCodebook, [map])).resolves.toBeUndefined();
		db.closeSync();
		engine.closeSync();
	});

	test('says what it is for', () => {
		expect(map.description).toMatch(/^(A|The) .{20}/u);
	});
});

describe('words of several mappings', () => {
	test('that contradict each other are refused', async () => {
		const engine = await openEngine();
		const db = await engine.connect();
		const mapping = (id: string) => ({ name: id, columns: {}, values: { side: { re: id } } });
		await expect(loadWords(db, defaultCodebook, [mapping('left'), mapping('right')])).rejects.toThrow('mapping: a word of side stands for two entries in files imported together (left, right): import them one by one');
		db.closeSync();
		engine.closeSync();
	});
});
