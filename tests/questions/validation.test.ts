import { describe, expect, test } from 'vitest';
import { validated } from '#lib/questions/validation.ts';

const line = { at: 'session 3', episodes: 200, estimates: 400, bias: -0.0124, rmse: 0.2, coverage: 0.95, coverageError: 0.01 };

function kept(lines: readonly (typeof line)[], { doubt = null, unit = 'points' }: { doubt?: string | null; unit?: string } = {}) {
	return validated({ seed: 1, truth: 1, sizes: [], questions: [{ question: 'recovery', estimators: [{ name: 'Mean', unit, aim: 'the truth', doubt, lines }], rates: [] }] })[0];
}

describe('the simulation study', () => {
	test('says that all intervals of 200 episodes do as they should', () => {
		expect(kept([line, { ...line, at: 'session 6', coverage: 0.962 }])?.sentence).toBe('Of 200 episodes each, 400 cohorts were drawn. In 95.0 to 96.2\u00a0% of them the interval held the truth, whichever the estimate.');
	});

	test('marks an interval that misses and says why', () => {
		const found = kept([line, { ...line, at: 'session 6', coverage: 0.6 }], { doubt: 'Patients leave.' });
		expect(found?.misses).toEqual(['Mean (session 6): 60.0\u00a0%. Patients leave.']);
		expect(found?.performance?.rows[1]).toEqual(['Mean', 'session 6', '200', '400', '−0.01', '0.20', '60.0\u00a0% (low)', '1.0']);
	});

	test('judges the largest cohorts where there are none of 200', () => {
		expect(kept([{ ...line, episodes: 50 }, { ...line, episodes: 1000, coverage: 0.5 }], { doubt: 'So be it.' })?.misses).toEqual(['Mean (session 3): 50.0\u00a0%. So be it.']);
	});

	test('does not judge other sizes', () => {
		expect(kept([line, { ...line, episodes: 50, coverage: 0.5 }])?.misses).toEqual([]);
	});

	test('owns to chance only what chance explains', () => {
		expect(kept([{ ...line, coverage: 0.975 }])?.misses[0]).toMatch(/chance/);
		expect(kept([{ ...line, coverage: 0.8 }])?.misses[0]).toMatch(/not known/);
	});

	test('gives shares in percentage points', () => {
		expect(kept([line], { unit: 'share' })?.performance?.rows[0]?.slice(4, 6)).toEqual(['−1.2', '20.0']);
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
