import { describe, expect, test } from 'vitest';
import { publicMinimum } from '#lib/server/disclosure/public-minimum.ts';

describe('the fewest patients of a number that the public is told', () => {
	test.each([
		[undefined, 11],
		['1', 11],
		['11', 11],
		['30', 30],
	])('are, where the deployment says %s, %i', (said, fewest) => {
		expect(publicMinimum({ NEEDLEPOINT_MINIMUM_CELL: said })).toBe(fewest);
	});
});
