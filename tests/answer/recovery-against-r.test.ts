import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseFilters } from '#lib/questions/filters.ts';
import { answer } from '#lib/server/answer.ts';
import { sampleWarehouse } from './sample-warehouse.ts';

const curve = z.object({ means: z.array(z.number()), standardErrors: z.array(z.number()) });
const fixture = z.object({ cases: z.array(curve.extend({ condition: z.string(), restricted: curve })) });
type Curve = z.infer<typeof curve>;

const warehouse = await sampleWarehouse();

test.each(['shin-splints', 'hip-pain'])('from file to answer, the adjusted curve of %s equals nlme::gls to 1e-4', async (condition) => {
	const { cases } = fixture.parse(JSON.parse(await readFile('tests/answer/recovery.json', 'utf8')));
	const expected = cases.find((each) => each.condition === condition);
	const { groups } = await answer(warehouse, 'recovery', parseFilters(new URLSearchParams({ condition })));
	expectCurve(groups.flatMap(({ points }) => points.flatMap((point) => point.adjusted ?? [])), expected);
	expectCurve(groups.flatMap(({ restricted }) => restricted), expected?.restricted);
});

function expectCurve(points: readonly Readonly<{ mean: number; se: number }>[], expected: Curve | undefined): void {
	expect(points).toHaveLength(expected?.means.length ?? 0);
	for (const [place, { mean, se }] of points.entries()) {
		expect(Math.abs(mean / (expected?.means[place] ?? 0) - 1)).toBeLessThan(1e-4);
		expect(Math.abs(se / (expected?.standardErrors[place] ?? 0) - 1)).toBeLessThan(1e-4);
	}
}
