import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicCount } from '#lib/server/disclosure/public-count.ts';

const counts = fc.integer({ min: 11, max: 5000 });

/** Every count that is told as this number. */
function heardAs(told: number | null): number[] {
	return Array.from({ length: 20 }, (_, i) => (told ?? 0) - 10 + i).filter((count) => publicCount(count) === told);
}

describe('a count as the public is told it', () => {
	test.each([
		[0, 0],
		[1, null],
		[10, null],
		[11, 15],
		[20, 15],
		[21, 25],
		[2133, 2135],
		[2140, 2135],
		[2141, 2145],
	])('%i becomes %s', (count, told) => {
		expect(publicCount(count)).toBe(told);
	});

	test('is never further off than 5', () => {
		expect(fc.sample(counts, 2000).filter((count) => Math.abs((publicCount(count) ?? 0) - count) > 5)).toEqual([]);
	});

	test('never pins the difference to another within 1 to 10', () => {
		const pinned = fc.sample(fc.tuple(counts, fc.integer({ min: 0, max: 40 })), 2000).filter(([part, rest]) => {
			const differences = heardAs(publicCount(part + rest)).flatMap((whole) => heardAs(publicCount(part)).map((each) => whole - each)).filter((each) => each >= 0);
			return Math.min(...differences) >= 1 && Math.max(...differences) <= 10;
		});
		expect(pinned).toEqual([]);
	});
});
