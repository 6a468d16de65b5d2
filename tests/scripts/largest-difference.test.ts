import { expect, test } from 'vitest';
import { largestDifference } from '../../scripts/validate/largest-difference.ts';

test('numbers are compared place by place, relative to their size', () => {
	expect(largestDifference({ cases: [{ mean: 2, n: 4 }] }, { cases: [{ mean: 2.002, n: 4 }] })).toEqual({ numbers: 2, largest: expect.closeTo(0.001, 5) });
});

test('the versions that computed them may differ', () => {
	expect(largestDifference({ versions: { R: '4.2.2' }, x: 1 }, { versions: { R: '4.3.0' }, x: 1 })).toEqual({ numbers: 1, largest: 0 });
});

test.each([
	['a text', { name: 'a' }, { name: 'b' }],
	['a missing part', { x: 1, y: 2 }, { x: 1 }],
	['a number that is none', { x: 1 }, { x: null }],
])('%s that differs is an error', (_, a, b) => {
	expect(() => largestDifference(a, b)).toThrow();
});
