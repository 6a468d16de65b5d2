import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseFilters } from '#lib/questions/filters.ts';
import { ask } from '#lib/server/ask.ts';
import { relativeError } from '../statistics/relative-error.ts';
import { sampleWarehouse } from './sample-warehouse.ts';

const share = z.object({ figure: z.string(), name: z.string(), n: z.number(), count: z.number(), lower: z.number(), upper: z.number(), robustLower: z.number(), robustUpper: z.number() });
const fixture = z.object({ shares: z.array(share), therapists: z.array(z.number()), minutes: z.array(z.number()), needles: z.array(z.number()) });

const expected = fixture.parse(JSON.parse(await readFile('tests/answer/technique.json', 'utf8')));
const { answer, table } = await ask(await sampleWarehouse(), 'technique', parseFilters(new URLSearchParams()));
const cells = (figure: string, name: string, columns: readonly string[]) => {
	const at = (column: string) => table.columns.indexOf(column);
	const row = table.rows.find((each) => each[at('figure')] === figure && each[at('name')] === name);
	return columns.map((column) => Number(row?.[at(column)] ?? Number.NaN));
};

test.each(expected.shares)('from file to answer, the share $figure $name equals a recount in R to 1e-8', ({ figure, name, n, count, lower, upper, robustLower, robustUpper }) => {
	const actual = cells(figure, name, ['n', 'count', 'lower', 'upper', 'robust_lower', 'robust_upper']);
	expect(relativeError(actual, [n, count, lower, upper, robustLower, robustUpper])).toBeLessThan(1e-8);
});

test('as many shares are told as there are, and no other', () => {
	expect(table.rows.filter((row) => !['therapists-using-ultrasound', 'minutes', 'needles'].includes(String(row[0])))).toHaveLength(expected.shares.length);
});

test('therapists, minutes and needles equal a recount in R to 1e-8', () => {
	const { therapists, minutes, needles } = answer;
	expect(relativeError([therapists?.count ?? 0, therapists?.n ?? 0, therapists?.lower ?? 0, therapists?.upper ?? 0], expected.therapists)).toBeLessThan(1e-8);
	expect(relativeError([minutes, needles].flatMap((spread) => [spread?.q1 ?? 0, spread?.median ?? 0, spread?.q3 ?? 0]), [...expected.minutes, ...expected.needles])).toBeLessThan(1e-8);
});
