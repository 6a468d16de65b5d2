import { expect, test } from 'vitest';
import { linesOf } from '../../../scripts/simulate/lines.ts';
import { rate } from '../../../scripts/simulate/rate.ts';

const place = { estimator: 'mean', at: 'session 1' };
const found = [
	{ ...place, cohort: 'knee 00000', mean: 5, lower: 4, upper: 6 },
	{ ...place, cohort: 'knee 00001', mean: 7, lower: 6, upper: 8 },
	{ ...place, cohort: 'hip 00000', mean: 2, lower: 1, upper: 3 },
	{ ...place, cohort: 'hip 00001', mean: 2, lower: 1, upper: 3 },
];
const truths = [
	{ ...place, condition: 'knee', value: 5 },
	{ ...place, condition: 'hip', value: 3 },
];

test('bias, error and coverage are of each cohort against its own condition', () => {
	const many = Array.from({ length: 8 }, (_, copy) => found.map((each) => ({ ...each, cohort: `${each.cohort}${copy}` }))).flat();
	const [line] = linesOf(many, truths, { episodes: 50, cohorts: () => 40, fewest: 30 });
	expect(line).toEqual({ ...place, episodes: 50, cohorts: 40, estimates: 32, performance: { bias: 0, rmse: Math.sqrt(6 / 4), coverage: 0.75, coverageError: Math.sqrt((0.75 * 0.25) / 32) } });
});

test('what few or no cohorts could estimate is a line without performance', () => {
	const never = { estimator: 'mean', at: 'session 9', condition: 'knee', value: 1 };
	expect(linesOf(found, [...truths, never], { episodes: 50, cohorts: () => 4, fewest: 30 }).map(({ at, cohorts, estimates, performance }) => [at, cohorts, estimates, performance])).toEqual([['session 1', 4, 4, null], ['session 9', 4, 0, null]]);
});

test('what no unit was judged for has no rate', () => {
	expect(rate({ name: 'flags', episodes: 50, expected: null }, [{ of: 0, count: 0 }])).toMatchObject({ of: 0, share: null, error: null });
});

test('the error of a rate allows for what one cohort has in common', () => {
	const what = { name: 'flags', episodes: 50, expected: null };
	const apart = rate(what, Array.from({ length: 100 }, (_, i) => ({ of: 1, count: i % 2 })));
	expect(apart).toMatchObject({ of: 100, share: 0.5, error: 0.05 });
	expect(rate(what, [{ of: 50, count: 50 }, { of: 50, count: 0 }]).error).toBeCloseTo(0.5 / Math.sqrt(2), 12);
});
