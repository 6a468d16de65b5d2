import { describe, expect, test } from 'vitest';
import { validated } from '#lib/questions/validation.ts';

type Line = Readonly<{ at: string; episodes: number; cohorts: number; estimates: number; performance: Readonly<{ bias: number; rmse: number; coverage: number; coverageError: number }> | null }>;

const line = { at: 'session 3', episodes: 200, cohorts: 400, estimates: 400 };
const performance = { bias: -0.0124, rmse: 0.2, coverage: 0.95, coverageError: 0.01 };
const held = (coverage: number, at = line.at): Line => ({ ...line, at, performance: { ...performance, coverage } });

function kept(lines: readonly Line[], { doubt = null, unit = 'points' }: { doubt?: string | null; unit?: string } = {}) {
	return validated({ seed: 1, truth: 1, sizes: [], questions: [{ question: 'recovery', estimators: [{ name: 'Mean', unit, aim: 'the truth', doubt, lines }], rates: [] }] })[0];
}

describe('the simulation study', () => {
	test('says that all intervals of 200 episodes do as they should', () => {
		expect(kept([held(0.95), held(0.962, 'session 6')])?.sentence).toBe('Of 200 episodes each, 400 cohorts were drawn. In 95.0 to 96.2\u00a0% of those that could make an estimate its interval held the truth, whichever the estimate.');
	});

	test('marks an interval that misses and says why', () => {
		const found = kept([held(0.95), held(0.6, 'session 6')], { doubt: 'Patients leave.' });
		expect(found?.misses).toEqual(['Mean (session 6): 60.0\u00a0%. Patients leave.']);
		expect(found?.performance?.rows[1]).toEqual(['Mean', 'session 6', '200', '400', '0.0\u00a0%', '−0.01', '0.20', '60.0\u00a0% (low)', '1.0']);
	});

	test('judges the largest cohorts where there are none of 200', () => {
		expect(kept([{ ...held(0.95), episodes: 50 }, { ...held(0.5), episodes: 1000 }], { doubt: 'So be it.' })?.misses).toEqual(['Mean (session 3): 50.0\u00a0%. So be it.']);
	});

	test('does not judge other sizes', () => {
		expect(kept([held(0.95), { ...held(0.5), episodes: 50 }])?.misses).toEqual([]);
	});

	test('owns to chance only what chance explains', () => {
		expect(kept([held(0.975)])?.misses[0]).toMatch(/chance/);
		expect(kept([held(0.8)])?.misses[0]).toMatch(/not known/);
	});

	test('says how often an estimate cannot be made, and nothing more where it hardly ever can', () => {
		const rows = kept([{ ...held(0.95), estimates: 300 }, { ...line, estimates: 12, performance: null }])?.performance?.rows ?? [];
		expect(rows.map((row) => row.slice(4))).toEqual([['25.0\u00a0%', '−0.01', '0.20', '95.0\u00a0%', '1.0'], ['97.0\u00a0%', '–', '–', '–', '–']]);
	});

	test('says that the few cohorts that can make an estimate are a selection', () => {
		expect(kept([{ ...held(0.8), estimates: 100 }])?.misses[0]).toMatch(/not like the others/);
	});

	test('gives shares in percentage points', () => {
		expect(kept([held(0.95)], { unit: 'share' })?.performance?.rows[0]?.slice(5, 7)).toEqual(['−1.2', '20.0']);
	});
});

describe('the study that is kept', () => {
	test('has a reason for each interval that misses', () => {
		expect(validated().flatMap(({ misses }) => misses).filter((miss) => miss.includes('not known'))).toEqual([]);
	});

	test('covers every question that estimates', () => {
		expect(validated().map(({ question }) => question).sort()).toEqual(['comparison', 'cost', 'departure', 'dose', 'prognosis', 'recovery', 'response', 'tolerability', 'trend', 'variation']);
	});
});
