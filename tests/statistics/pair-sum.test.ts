import { describe, expect, it } from 'vitest';
import { clusterWelchInterval } from '#lib/statistics/cluster-welch-interval.ts';
import { effectiveClusters } from '#lib/statistics/effective-clusters.ts';
import { leastSquares } from '#lib/statistics/least-squares.ts';
import { newcombeInterval } from '#lib/statistics/newcombe-interval.ts';
import { overlapWeights } from '#lib/statistics/overlap-weights.ts';
import { pairSum, type LinearInfluence } from '#lib/statistics/pair-sum.ts';
import { shareCorrelation } from '#lib/statistics/share-correlation.ts';
import { shareDifference } from '#lib/statistics/share-difference.ts';
import { welchInterval } from '#lib/statistics/welch-interval.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import fixture from './pair-sum.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

type Case = (typeof fixture.cases)[number];

function sums({ y, z, cell }: Case, at: number, group: number) {
	const own = y.filter((_, i) => cell[i] === at && z[i] === group);
	return { n: own.length, sum: own.reduce((sum, value) => sum + value, 0), squares: own.reduce((sum, value) => sum + value * value, 0) };
}

/** What the pairs of the fixture add, given the influence of a score by its cell and group. */
function added({ pairs }: Case, influence: (cell: number, group: number) => LinearInfluence | undefined): number {
	const of = (cell: number | undefined, group: number | undefined) => influence(cell ?? NaN, group ?? NaN) ?? { slope: NaN, offset: NaN };
	return pairSum(pairs.map(({ cells, z, y: [a = NaN, b = NaN] }) => ({ n: 1, sumA: a, sumB: b, products: a * b, a: of(cells[0], z[0]), b: of(cells[1], z[1]) })));
}

describe('pairSum', () => {
	it.each(fixture.cases)('gives least squares the standard error of a sandwich by patient, to 1e-8 ($size scores)', (each) => {
		const rows = each.cells.flatMap((x, cell) => [1, 0].map((group) => ({ cell, group, x: [...x, group], ...sums(each, cell, group) }))).filter(({ n }) => n > 0);
		const fit = leastSquares(rows);
		if ('reason' in fit) throw new Error(fit.reason);
		const last = (each.cells[0]?.length ?? NaN) + 1;
		const influences = fit.influences(last - 1);
		const extra = added(each, (cell, group) => influences[rows.findIndex((row) => row.cell === cell && row.group === group)]);
		expect(relativeError([Math.sqrt((fit.covariance[last * last - 1] ?? NaN) + extra)], [each.ancova])).toBeLessThan(1e-8);
	});

	it.each(fixture.cases)('gives overlap weights that of the stacked equations by patient, to 1e-6 ($size scores)', (each) => {
		const fit = overlapWeights(each.cells.map((x, cell) => ({ x, first: sums(each, cell, 1), second: sums(each, cell, 0) })));
		if ('reason' in fit) throw new Error(fit.reason);
		const extra = added(each, (cell, group) => fit.influences[cell]?.[group === 1 ? 0 : 1]);
		expect(relativeError([Math.sqrt(fit.se ** 2 + extra)], [each.weighted])).toBeLessThan(1e-6);
	});

	it('is the same of sums over pairs as of each pair', () => {
		const influences = { a: { slope: 0.3, offset: -1 }, b: { slope: -0.2, offset: 0.5 } };
		const pairs = [[2, 3], [5, 1], [4, 4]] as const;
		const each = pairs.map(([a, b]) => ({ n: 1, sumA: a, sumB: b, products: a * b, ...influences }));
		expect(pairSum([{ n: 3, sumA: 11, sumB: 8, products: 27, ...influences }])).toBeCloseTo(pairSum(each), 12);
		expect(pairSum([])).toBe(0);
	});
});

describe('clusterWelchInterval', () => {
	it.each(fixture.cases)('equals t.test with the variance by patient to 1e-8 ($size scores)', (each) => {
		const [first, second] = each.sides;
		if (first === undefined || second === undefined) throw new Error('no sides');
		const slope = (group: number) => (group === 1 ? 1 / first.n : -1 / second.n);
		const covariance = added(each, (_, group) => ({ slope: slope(group), offset: -slope(group) * (group === 1 ? first.mean : second.mean) }));
		const interval = clusterWelchInterval(first, second, { covariance, independent: each.effective / each.size });
		expect(relativeError([interval?.df ?? NaN, interval?.lower ?? NaN, interval?.upper ?? NaN], [each.welch.df, each.welch.lower, each.welch.upper])).toBeLessThan(1e-8);
	});

	it('is Welch’s interval without pairs, and undefined where no variance is left', () => {
		const [a, b] = [{ n: 12, mean: 4, sd: 2 }, { n: 20, mean: 5, sd: 1.5 }];
		expect(clusterWelchInterval(a, b, { covariance: 0, independent: 1 })).toEqual(welchInterval(a, b));
		expect(clusterWelchInterval({ ...a, sd: 0 }, { ...b, sd: 0 }, { covariance: 0, independent: 1 })).toBeUndefined();
		expect(clusterWelchInterval({ ...a, sd: 0 }, { ...b, sd: 0 }, { covariance: 1e-17, independent: 1 })).toBeUndefined();
		expect(clusterWelchInterval({ ...a, n: 1 }, b, { covariance: 0, independent: 1 })).toBeUndefined();
	});
});

describe('effectiveClusters', () => {
	it.each(fixture.cases)('equals the squared total over the squared sizes ($size scores)', ({ size, pairs, effective }) => {
		expect(effectiveClusters(size, pairs.length)).toBeCloseTo(effective, 9);
	});

	it('is the number of clusters of equal size, and 0 for nobody', () => {
		expect(effectiveClusters(30, 30)).toBeCloseTo(10, 12);
		expect(effectiveClusters(0, 0)).toBe(0);
	});
});

describe('two shares of the same patients', () => {
	const { a, b, across, correlation, difference } = fixture.paired;

	it('have the correlation of their outcomes, to 1e-8', () => expect(relativeError([shareCorrelation([a, b], across)], [correlation])).toBeLessThan(1e-8));

	it('differ by the square and add of their limits, to 1e-8', () => {
		const [first, second] = [wilsonInterval(a.count, a.n), wilsonInterval(b.count, b.n)];
		if (first === undefined || second === undefined) throw new Error('no limits');
		const found = shareDifference(first, second, shareCorrelation([a, b], across));
		expect(relativeError([found.estimate, found.lower, found.upper], difference)).toBeLessThan(1e-8);
		expect(shareDifference(first, second)).toEqual(newcombeInterval(a, b));
	});

	it('have no correlation where nobody is in both, or a share is 0 or 1', () => {
		const none = { both: 0, first: 0, second: 0, neither: 0 };
		expect(shareCorrelation([a, b], none)).toBe(0);
		expect(shareCorrelation([{ count: 0, n: 90 }, b], { ...none, second: 5, neither: 4 })).toBe(0);
	});
});
