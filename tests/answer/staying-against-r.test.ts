import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { answer } from '#lib/server/answer.ts';
import { importFiles } from '#lib/server/intake/import-files.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';

const expectedPoint = z.object({ session: z.number(), mean: z.number(), se: z.number(), effectiveN: z.number() });
const fixture = z.object({ cases: z.array(z.object({ condition: z.string(), points: z.array(expectedPoint) })) });

let folder: string;
let warehouse: Warehouse;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'needlepoint-'));
	const options = { files: ['data/sample/sessions.csv'], warehouse: folder, codebook: defaultCodebook, mapping: { name: 'none', columns: {}, values: {} } };
	await importFiles({ ...options, episodeGap: 90, datePrecision: 'month', dryRun: false, memoryLimit: '1GB' }, () => {});
	warehouse = await openWarehouse(folder);
});

afterAll(async () => {
	warehouse.close();
	await rm(folder, { recursive: true });
});

test.each(['shin-splints', 'hip-pain'])('from file to answer, the mean of %s weighted by the chance to have stayed equals glm and sandwich to 1e-6', async (condition) => {
	const { cases } = fixture.parse(JSON.parse(await readFile('tests/answer/staying.json', 'utf8')));
	const expected = new Map(cases.find((each) => each.condition === condition)?.points.map((point) => [point.session, point]));
	const { groups } = await answer(warehouse, 'recovery', parseFilters(new URLSearchParams({ condition })));
	const weighted = groups.flatMap(({ staying }) => staying);
	expect(weighted.length).toBeGreaterThanOrEqual(5);
	for (const { session, mean, se, effectiveN } of weighted) {
		const { mean: meanInR, se: seInR, effectiveN: effectiveInR } = expected.get(session) ?? { mean: 0, se: 0, effectiveN: 0 };
		expect(Math.abs(mean / meanInR - 1)).toBeLessThan(1e-6);
		expect(Math.abs(se / seInR - 1)).toBeLessThan(1e-6);
		expect(Math.abs(effectiveN / effectiveInR - 1)).toBeLessThan(1e-6);
	}
});
