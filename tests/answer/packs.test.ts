import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Refused } from '#lib/evidence/refused.ts';
import { makePack } from '#lib/server/packs/make-pack.ts';
import { NotAPack } from '#lib/server/packs/read-pack.ts';
import { verifyPack } from '#lib/server/packs/verify-pack.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { snapshotFile } from '#lib/server/warehouse/folder.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';
import { zipFile } from '../intake/zip-file.ts';
import { importPatients, rewritten, written } from './packed-clinic.ts';

const spec = { question: 'recovery', search: 'condition=knee-pain', figure: '', audience: 'internal' } as const;

let folder: string;
let warehouse: Warehouse;
let pack: Uint8Array<ArrayBuffer>;
let snapshot: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'needlepoint-'));
	await importPatients(folder, 60, 2);
	warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
	const made = await makePack(warehouse, spec);
	pack = made.bytes;
	snapshot = made.manifest.snapshot.id;
});

afterAll(async () => {
	warehouse.close();
	await rm(folder, { recursive: true });
});

const verified = (path: string) => verifyPack(path, warehouse);

describe('an evidence pack', () => {
	test('is the same, byte for byte, whenever it is made of the same snapshot', async () => {
		const other = await openWarehouse(join(folder, 'warehouse'), '500MB');
		onTestFinished(() => other.close());
		expect(Buffer.from((await makePack(other, spec)).bytes).equals(Buffer.from(pack))).toBe(true);
	});

	test('holds figure, numbers, sentence, methods, reporting items and statements, each with its hash', () => {
		const files = unzipSync(pack);
		const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
		const names = Object.keys(files).filter((name) => name !== 'manifest.json');
		expect(names).toEqual(expect.arrayContaining(['README.txt', 'fact-sheet.pdf', 'figure.png', 'figure.svg', 'methods.md', 'numbers.csv', 'numbers.json', 'numbers.xlsx', 'reporting.md', 'sentence.txt', 'sql/01.sql', 'sql/cohort.sql', 'sql/parameters.json']));
		expect(manifest.files).toEqual(names.map((name) => ({ name, bytes: files[name]?.length, sha256: sha256(files[name] ?? '') })));
		expect(manifest).toMatchObject({ question: 'recovery', search: 'condition=knee-pain', minimumCell: 11, claim: null, snapshot: { id: snapshot } });
		expect(strFromU8(files['figure.png']?.subarray(1, 4) ?? new Uint8Array())).toBe('PNG');
		expect(strFromU8(files['fact-sheet.pdf']?.subarray(0, 5) ?? new Uint8Array())).toBe('%PDF-');
	});

	test('fills the reporting items in from the records, and says which are left to the authors', () => {
		const text = strFromU8(unzipSync(pack)['reporting.md'] ?? new Uint8Array());
		expect(text).toContain('With a score at session 1: 60 (left out before: 0 without a score at session 1).');
		expect(text).toContain('Of 180 records read, 180 were accepted, 0 were duplicates, and 0 were refused.');
		expect(text).toMatch(/## RECORD 7\.1\. Code lists[\s\S]*?See RECORD 6\.1/u);
		expect(text).toMatch(/## STROBE 22\. Funding[\s\S]*?The records cannot say this\. For the authors:/u);
	});

	test('is not made of what may not be printed', async () => {
		await expect(makePack(warehouse, { ...spec, search: 'condition=hip-pain' })).rejects.toThrow(Refused);
		await expect(makePack(warehouse, { claim: 'no-such-claim' })).rejects.toThrow(/there is no such claim: no-such-claim/u);
		await expect(makePack(warehouse, { claim: 'session-or-two-tight-muscle' })).rejects.toThrow(/the records cannot test this claim/u);
	});
});

describe('a pack that is checked', () => {
	test('holds exactly as long as the records are the same', async () => {
		const { outcome, lines } = await verified(await written(folder, pack));
		expect({ outcome, said: lines.slice(-3) }).toEqual({
			outcome: 'holds',
			said: [expect.stringMatching(/^files: all \d+ are as they were packed$/u), expect.stringMatching(/^its own records: holds exactly: \d+ numbers equal$/u), 'the records now: the same'],
		});
	});

	test.each(['sentence.txt', 'figure.svg', 'figure.png', 'numbers.csv', 'sql/cohort.sql'])('is told to be tampered with by the name of the file: %s', async (name) => {
		const path = await rewritten(folder, pack, (files) => (files[name] = strToU8('Needling takes all pain away.')));
		expect(await verified(path)).toMatchObject({ outcome: 'cannot be checked', lines: expect.arrayContaining([`tampered with, or damaged: ${name} was changed`]) });
	});

	test('is told to be tampered with where a file is missing or added', async () => {
		const path = await rewritten(folder, pack, (files) => {
			delete files['methods.md'];
			files['claim.json'] = strToU8('{}');
		});
		const { lines } = await verified(path);
		expect(lines.slice(2)).toEqual(['tampered with, or damaged: "methods.md" is missing', 'tampered with, or damaged: claim.json was added']);
	});

	test('is found out by its records where the manifest was changed with the file', async () => {
		const path = await rewritten(folder, pack, (files) => (files['sentence.txt'] = strToU8('Needling takes all pain away.')), true);
		const { outcome, lines } = await verified(path);
		expect({ outcome, last: lines.at(-1) }).toEqual({ outcome: 'cannot be checked', last: 'its own records: tampered with, since sentence.txt does not follow from them, though the numbers do' });
	});

	test('is found out by its records where the numbers, their hash and the manifest were changed', async () => {
		const path = await rewritten(folder, pack, (files) => {
			const numbers = JSON.parse(strFromU8(files['numbers.json'] ?? new Uint8Array()));
			numbers.rows[0][numbers.columns.indexOf('mean')] = 9.5;
			files['numbers.json'] = strToU8(JSON.stringify(numbers));
			const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
			files['manifest.json'] = strToU8(JSON.stringify({ ...manifest, numbers: sha256(JSON.stringify(numbers)) }));
		}, true);
		const { outcome, lines } = await verified(path);
		expect({ outcome, last: lines.at(-1) }).toEqual({ outcome: 'cannot be checked', last: expect.stringMatching(/session 1: mean was 9\.5, is 6\.\d+$/u) });
	});

	test.each([
		['a newer program', { version: '99.0.0' }, /it was made by Needlepoint 99\.0\.0, and this is .*: update this program/u],
		['another minimum cell', { minimumCell: 5 }, /fewer than 5 patients are withheld, and here it is 11/u],
		['another warehouse', { snapshot: { fingerprint: 'other' } }, /keeps other records under the same snapshot/u],
	])('is not checked where it comes from %s', async (_, changed, said) => {
		const path = await rewritten(folder, pack, (files) => {
			const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
			files['manifest.json'] = strToU8(JSON.stringify({ ...manifest, ...changed, snapshot: { ...manifest.snapshot, ...('snapshot' in changed ? changed.snapshot : {}) } }));
		}, true);
		const { outcome, lines } = await verified(path);
		expect({ outcome, last: lines.at(-1) }).toEqual({ outcome: 'cannot be checked', last: expect.stringMatching(said) });
	});
});

describe('a file that is no pack', () => {
	test.each([
		['is no ZIP file', Buffer.from('a letter'), /not a ZIP file/u],
		['is a ZIP file of something else', zipFile({ 'letter.txt': 'x' }), /holds a file that no evidence pack has: "letter\.txt"/u],
		['writes outside of its folder', zipFile({ '../../sentence.txt': 'x' }), /not a ZIP file, or a damaged one: .*invalid relative path/u],
		['has no manifest', zipFile({ 'sentence.txt': 'x' }), /no manifest\.json/u],
		['has a manifest of another kind', zipFile({ 'manifest.json': '{"format":2}' }), /manifest\.json cannot be read/u],
		['unpacks without end', zipFile({ 'numbers.csv': Buffer.alloc(101_000_000) }), /unpacks to more than any evidence pack/u],
		['holds too many files', zipFile(Object.fromEntries(Array.from({ length: 99 }, (_, index) => [`sql/${index}.sql`, '']))), /holds more files than any evidence pack/u],
	])('is refused where it %s', async (_, bytes, said) => {
		const refused = verified(await written(folder, bytes));
		await expect(refused).rejects.toThrow(said);
		await expect(refused).rejects.toThrow(NotAPack);
	});

	test('is refused where it is not there, or a folder', async () => {
		await expect(verified(join(folder, 'nothing.zip'))).rejects.toThrow(/there is no such file/u);
		await expect(verified(folder)).rejects.toThrow(/not a file/u);
	});
});

describe('a pack after an import', () => {
	let path: string;

	beforeAll(async () => {
		path = await written(folder, pack);
		await importPatients(folder, 90, 4);
	});

	test('no longer holds, and says what was and what is now, while its own records still bear it out', async () => {
		const { outcome, lines } = await verified(path);
		expect(outcome).toBe('no longer holds');
		expect(lines.slice(3)).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^its own records: holds exactly: \d+ numbers equal$/u),
				expect.stringMatching(/^the records now \(snapshot [0-9A-Z]{26}\): no longer holds:$/u),
				expect.stringMatching(/^knee-pain, sessions, session 3: mean was 5, is 5\.4; lower was [\d.]+, is [\d.]+; upper was [\d.]+, is [\d.]+; n was 60, is 150;/u),
				expect.stringMatching(/^what may be printed now: .*knee pain/iu),
			]),
		);
	});

	test('still says what the records are now where its own are no longer kept', async () => {
		const file = snapshotFile(warehouse.folder, snapshot);
		await copyFile(file, `${file}.away`);
		await rm(file);
		const { outcome, lines } = await verified(path);
		await copyFile(`${file}.away`, file);
		expect([outcome, lines[3]]).toEqual(['no longer holds', 'its own records: no longer kept, so that they cannot be asked again']);
	});

	test('made of the new records holds', async () => {
		expect((await verified(await written(folder, (await makePack(warehouse, spec)).bytes))).outcome).toBe('holds');
	});
});
