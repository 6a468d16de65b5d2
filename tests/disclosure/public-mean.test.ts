import { describe, expect, test } from 'vitest';
import { coarse, publicMean } from '#lib/server/disclosure/public-mean.ts';

describe('a mean as the public is told it', () => {
	test.each([
		[6.4739, 6.5],
		[-2.27, -2.3],
		[0.04, 0],
		[31.5, 32],
		[99.7, 100],
		[842.3, 840],
		[1006, 1000],
		[12345, 12000],
	])('%f becomes %f', (mean, told) => {
		expect(publicMean(mean)).toBe(told);
	});

	test.each([
		[6.329, Math.floor, 6.3],
		[6.619, Math.ceil, 6.7],
		[-2.352, Math.floor, -2.4],
		[808, Math.floor, 800],
		[877, Math.ceil, 880],
	])('has a limit %f that goes outward', (limit, rounding, told) => {
		expect(publicMean(limit, rounding)).toBe(told);
	});
});

describe('what would give a count away', () => {
	test.each([
		[0.0004504, 0.0005],
		[497, 500],
		[0.07332, 0.07],
	])('%f becomes %f', (value, told) => {
		expect(coarse(value)).toBe(told);
	});
});
