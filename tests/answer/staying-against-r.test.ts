import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseFilters } from '#lib/questions/filters.ts';
import { answer } from '#lib/server/answer.ts';
import { sampleWarehouse } from './sample-warehouse.ts';

const expectedPoint = z.object({ session: z.number(), mean: z.number(), se: z.number(), effectiveN: z.number() });
const fixture = z.object({ cases: z.array(z.object({ condition: z.string(), points: z.array(expectedPoint) })) });

const warehouse = await sampleWarehouse();

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
