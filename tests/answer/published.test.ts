import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Evidence } from '#lib/evidence/evidence.ts';
import { evidenceOf } from '#lib/evidence/evidence-of.server.ts';
import { Refused } from '#lib/evidence/refused.ts';
import { latest } from '#lib/server/published/latest.ts';
import { publish } from '#lib/server/published/publish.ts';
import { allPublished, publishedEvidence } from '#lib/server/published/published-evidence.ts';
import { withdraw } from '#lib/server/published/withdraw.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';
import { importInto } from '../intake/import-into.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { visitLines } from './made-up-visits.ts';

/** Courses of made-up patients, numbered from `from`; one in twenty has exercise only. */
function courses(from: number, to: number, condition = 'knee pain', start = '2024-02-01') {
	return Array.from({ length: to - from }, (_, i) => from + i).map((i) => ({ patient: `P${i}`, condition, start, protocol: i % 20 === 0 ? 'exercise only' : 'dry needling retained', scores: i % 3 === 0 ? [8, 7, 7] : [8, 5, 3], discharge: 'completed' }));
}

async function clinic() {
	const folder = await temporaryFolder();
	const open = async (name: string, made: ReturnType<typeof courses>): Promise<Warehouse> => {
		await importInto(folder, { [name]: visitLines(made) });
		const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
		onTestFinished(() => warehouse.close());
		return warehouse;
	};
	return { folder, open };
}

const spec = { question: 'dose', search: 'condition=knee-pain', figure: '' };

async function made(warehouse: Warehouse, search = spec.search): Promise<Evidence> {
	return evidenceOf(warehouse, { ...spec, search }, 'public');
}

async function refusal(work: Promise<unknown>): Promise<string> {
	return work.then(
		() => 'published',
		(error: unknown) => (error instanceof Refused ? error.message : String(error)),
	);
}

describe('a published figure', () => {
	test('is kept as it was, and found by its id', async () => {
		const { open } = await clinic();
		const warehouse = await open('a.csv', courses(0, 200));
		const evidence = await made(warehouse);
		const { id } = await publish(warehouse, evidence);
		expect(await publishedEvidence(warehouse.folder, id)).toEqual({ id, publishedAt: expect.stringMatching(/^\d{4}-/u), evidence });
	});

	test('is published once', async () => {
		const { open } = await clinic();
		const warehouse = await open('a.csv', courses(0, 200));
		await publish(warehouse, await made(warehouse));
		await publish(warehouse, await made(warehouse));
		expect(await allPublished(warehouse.folder)).toHaveLength(1);
	});

	test('is gone once it is withdrawn, and still known to the guard', async () => {
		const { open } = await clinic();
		const warehouse = await open('a.csv', courses(0, 200));
		const { id } = await publish(warehouse, await made(warehouse));
		await withdraw(warehouse.folder, id);
		expect(await publishedEvidence(warehouse.folder, id)).toEqual({ id, withdrawnAt: expect.stringMatching(/^\d{4}-/u) });
		expect(await allPublished(warehouse.folder)).toEqual([]);
		expect(await refusal(made(warehouse, 'condition=knee-pain&protocol=dry-needling-retained').then((evidence) => publish(warehouse, evidence)))).toMatch(/fewer than 11 patients, by subtracting/u);
	});

	test('is none that was made for the clinic itself', async () => {
		const { open } = await clinic();
		const warehouse = await open('a.csv', courses(0, 200));
		expect(await refusal(publish(warehouse, await evidenceOf(warehouse, spec)))).toMatch(/made for the public/u);
	});

	test('is none of a snapshot that another has taken the place of', async () => {
		const { open } = await clinic();
		const before = await made(await open('a.csv', courses(0, 200)));
		expect(await refusal(publish(await open('b.csv', courses(200, 300)), before))).toMatch(/other records have been imported/u);
	});

	test('leaves no row of a patient in its file', async () => {
		const { folder, open } = await clinic();
		const warehouse = await open('a.csv', courses(0, 200));
		await publish(warehouse, await made(warehouse));
		const [file = ''] = await readdir(join(folder, 'warehouse', 'published'));
		expect(await readFile(join(folder, 'warehouse', 'published', file), 'utf8')).not.toMatch(/P1\d\d|patient_id|patient_key"/u);
	});

	test('cannot be added to by others while a file of one cannot be read', async () => {
		const { folder, open } = await clinic();
		const warehouse = await open('a.csv', courses(0, 200));
		const { id } = await publish(warehouse, await made(warehouse));
		await writeFile(join(folder, 'warehouse', 'published', `${id}.json`), '{"id":');
		expect(await refusal(made(warehouse).then((evidence) => publish(warehouse, evidence)))).toMatch(/published\/.{26}\.json cannot be read/u);
	});
});

describe('the guard', () => {
	test('refuses a part whose rest is few', async () => {
		const { open } = await clinic();
		const warehouse = await open('a.csv', courses(0, 200));
		await publish(warehouse, await made(warehouse));
		expect(await refusal(made(warehouse, 'condition=knee-pain&protocol=dry-needling-retained').then((evidence) => publish(warehouse, evidence)))).toMatch(/^beside “.*” it would let anybody work out a number of fewer than 11 patients/u);
	});

	test('refuses a figure that leaves few of all patients', async () => {
		const { open } = await clinic();
		const warehouse = await open('a.csv', [...courses(0, 200), ...courses(200, 205, 'hip pain')]);
		expect(await refusal(made(warehouse).then((evidence) => publish(warehouse, evidence)))).toMatch(/^of all patients.* fewer than 11/u);
	});

	test('refuses a second threshold for the same patients', async () => {
		const { open } = await clinic();
		const warehouse = await open('a.csv', courses(0, 200));
		await publish(warehouse, await made(warehouse));
		expect(await refusal(made(warehouse, 'condition=knee-pain&threshold=points-2').then((evidence) => publish(warehouse, evidence)))).toMatch(/by another measure or threshold/u);
	});

	test('refuses the same figure of a later snapshot while few patients are new', async () => {
		const { open } = await clinic();
		const first = await open('a.csv', courses(0, 200));
		await publish(first, await made(first));
		const second = await open('b.csv', courses(200, 205));
		expect(await refusal(made(second).then((evidence) => publish(second, evidence)))).toMatch(/^too little has changed since/u);
	});

	test('lets other patients pass', async () => {
		const { open } = await clinic();
		const warehouse = await open('a.csv', [...courses(0, 200), ...courses(200, 400, 'hip pain'), ...courses(400, 500, 'plantar fasciitis')]);
		await publish(warehouse, await made(warehouse));
		expect(await refusal(made(warehouse, 'condition=hip-pain').then((evidence) => publish(warehouse, evidence)))).toBe('published');
	});

	test('refuses a figure that published ones add up to', async () => {
		const { open } = await clinic();
		const warehouse = await open('a.csv', [...courses(0, 200), ...courses(200, 400, 'hip pain')]);
		await publish(warehouse, await made(warehouse));
		expect(await refusal(made(warehouse, 'condition=hip-pain').then((evidence) => publish(warehouse, evidence)))).toMatch(/added up or subtracted/u);
	});
});

describe('a figure that follows the latest snapshot', () => {
	test('is made again, and published, where enough has changed', async () => {
		const { open } = await clinic();
		const first = await open('a.csv', courses(0, 200));
		const { id, publishedAt } = await publish(first, await made(first));
		const second = await open('b.csv', courses(200, 400));
		const newest = await latest(second, { id, publishedAt, evidence: await made(first) });
		expect(newest?.evidence.snapshot.episodes).toBe(395);
		expect(await allPublished(second.folder)).toHaveLength(1);
	});

	test('is not where too little has changed', async () => {
		const { open } = await clinic();
		const first = await open('a.csv', courses(0, 200));
		const evidence = await made(first);
		const { id, publishedAt } = await publish(first, evidence);
		const second = await open('b.csv', courses(200, 203));
		expect(await latest(second, { id, publishedAt, evidence })).toBeUndefined();
	});
});
