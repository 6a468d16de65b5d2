import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicCount } from '#lib/server/disclosure/public-count.ts';
import { onGrid, publicLimit, publicShare } from '#lib/server/disclosure/public-share.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';

function told(count: number, n: number) {
	const { estimate, lower, upper } = wilsonInterval(count, n) ?? { estimate: 0, lower: 0, upper: 0 };
	const shown = publicShare(estimate, { n, count }) ?? 0;
	const limit = (side: 'lower' | 'upper') => publicLimit(side, { share: estimate, limit: side === 'lower' ? lower : upper, shown, n });
	return { shown, lower: limit('lower'), upper: limit('upper') };
}

describe('a share as the public is told it', () => {
	test('is that of the rounded counts, in whole percents', () => {
		expect(publicShare(18 / 37, { n: 37, count: 18 })).toBe(0.43);
	});

	test('stays 0 where it counts nobody', () => {
		expect(publicShare(0, { n: 90, count: 0 })).toBe(0);
	});

	test('is not told where it counts few', () => {
		expect(publicShare(5 / 90, { n: 90, count: 5 })).toBeNull();
	});

	test.each([
		[1000, 0.01],
		[500, 0.02],
		[340, 0.03],
		[200, 0.05],
		[100, 0.1],
		[20, 0.5],
	])('of %i whose count is not told lies on a grid of %f', (n, grid) => {
		expect(onGrid(0.371, n, Math.round)).toBeCloseTo(grid * Math.round(0.371 / grid), 9);
	});

	test('has limits that are told alike for all counts that are', () => {
		const counts = fc.tuple(fc.integer({ min: 40, max: 900 }), fc.double({ min: 0, max: 1, noNaN: true })).map(([n, share]) => ({ n, count: Math.round(n * share) }));
		const differing = fc.sample(counts, 500).filter(({ count, n }) => {
			const alike = Array.from({ length: 36 }, (_, i) => ({ count: count - 8 + (i % 6) * 3, n: n - 8 + Math.floor(i / 6) * 3 })).filter((each) => each.count >= 0 && each.count <= each.n && publicCount(each.count) === publicCount(count) && publicCount(each.n) === publicCount(n));
			return new Set(alike.map((each) => JSON.stringify(told(each.count, each.n)))).size > 1;
		});
		expect(differing).toEqual([]);
	});

	test('has limits about it', () => {
		const { shown, lower, upper } = told(60, 150);
		expect([lower, shown, upper]).toEqual([0.3, 0.38, 0.47]);
	});

	test('has wider limits where the true ones are wider than Wilson’s', () => {
		expect(publicLimit('upper', { share: 0.4, limit: 0.52, shown: 0.4, n: 150 })).toBeGreaterThan(publicLimit('upper', { share: 0.4, limit: 0.48, shown: 0.4, n: 150 }) ?? 1);
	});
});
