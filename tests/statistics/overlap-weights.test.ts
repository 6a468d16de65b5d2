import { describe, expect, it } from 'vitest';
import { overlapWeights, type ScoreSums } from '#lib/statistics/overlap-weights.ts';
import fixture from './overlap-weights.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

type Sums = Readonly<{ n: number[]; sum: number[]; squares: number[] }>;

const at = ({ n, sum, squares }: Sums, i: number): ScoreSums => ({ n: n[i] ?? NaN, sum: sum[i] ?? NaN, squares: squares[i] ?? NaN });

describe('overlapWeights', () => {
	it.each(fixture.cases)('equals glm, weighted.mean and the stacked equations to 1e-6 for $size patients', ({ x, first, second, ...expected }) => {
		const weighted = overlapWeights(x.map((row, i) => ({ x: row, first: at(first, i), second: at(second, i) })));
		if ('reason' in weighted) throw new Error(weighted.reason);
		expect(relativeError([weighted.difference, ...weighted.means, ...weighted.effective], [expected.difference, ...expected.means, ...expected.effective])).toBeLessThan(1e-8);
		expect(relativeError(weighted.propensities, expected.propensities)).toBeLessThan(1e-8);
		expect(relativeError([weighted.se], [expected.se])).toBeLessThan(1e-6);
	});

	it('is the plain difference where the covariates say nothing of the group', () => {
		const weighted = overlapWeights([{ x: [1], first: { n: 4, sum: 20, squares: 110 }, second: { n: 5, sum: 20, squares: 90 } }]);
		expect(weighted).toMatchObject({ difference: 1, effective: [expect.closeTo(4, 10), expect.closeTo(5, 10)], se: expect.closeTo(Math.sqrt(10 / 16 + 10 / 25) / (1 - 1 / 9), 10) });
	});

	it('makes the groups alike in every covariate', () => {
		const cells = [{ x: [1, 0], n: [30, 10] }, { x: [1, 1], n: [10, 40] }, { x: [1, 2], n: [5, 9] }] as const;
		const group = (n: number, score: number) => ({ n, sum: n * score, squares: n * score * score });
		const weighted = overlapWeights(cells.map(({ x, n: [a, b] }) => ({ x, first: group(a, x[1]), second: group(b, x[1]) })));
		expect(weighted).toMatchObject({ difference: expect.closeTo(0, 10) });
	});

	it('has no error, rather than none that is a number, where no cell varies', () => {
		const one = (score: number, n = 1) => ({ n, sum: n * score, squares: n * score * score });
		expect(overlapWeights([{ x: [1, 0, 0], first: one(2), second: one(0) }, { x: [1, 0, 1], first: one(3), second: one(1, 2) }])).toMatchObject({ difference: expect.closeTo(2, 12), se: expect.closeTo(0, 7) });
	});

	it('gives a reason where a group is empty or the covariates separate the groups', () => {
		const none = { n: 0, sum: 0, squares: 0 };
		const some = { n: 9, sum: 30, squares: 120 };
		expect(overlapWeights([{ x: [1], first: some, second: none }])).toEqual({ reason: 'all patients are in one group' });
		expect(overlapWeights([{ x: [1, 0], first: some, second: none }, { x: [1, 1], first: none, second: some }])).toHaveProperty('reason');
	});
});
