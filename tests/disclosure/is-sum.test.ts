import { describe, expect, test } from 'vitest';
import { isSum } from '#lib/server/published/is-sum.ts';

describe('a set of pieces', () => {
	test.each([
		['the rest of the whole', [0, 1, 1], [[1, 1, 1], [1, 0, 0]], true],
		['two that make a third', [1, 1, 0], [[1, 0, 0], [0, 1, 0]], true],
		['what two and their union leave in common', [0, 1, 0], [[1, 1, 0], [0, 1, 1], [1, 1, 1]], true],
		['one of them', [1, 0, 0], [[1, 0, 0], [0, 1, 0]], false],
		['a part of one', [1, 0, 0], [[1, 1, 0]], false],
		['nothing', [0, 0, 0], [[1, 1, 0]], false],
		['the first', [1, 0, 0], [], false],
	])('%s', (_, set, others, isOne) => {
		expect(isSum(set, others)).toBe(isOne);
	});
});
