import { describe, expect, test } from 'vitest';
import { numbersWithin } from '#lib/server/disclosure/numbers-within.ts';

const given = { all: { n: 3 }, groups: [{ condition: 'hip', points: [{ session: 1, n: 5 }, { session: 2, n: null }] }], bins: [[7]] };

describe('the numbers within an answer', () => {
	test('are all of them, by the place of their key and by the names around it', () => {
		expect(numbersWithin(given, given).map(({ place, cell, value }) => [place, cell, value])).toEqual([
			['all.n', 'all.n', 3],
			['groups.points.session', 'groups[condition=hip].points[session=1].session', 1],
			['groups.points.n', 'groups[condition=hip].points[session=1].n', 5],
			['groups.points.session', 'groups[condition=hip].points[session=2].session', 2],
			['bins', 'bins[0][0]', 7],
		]);
	});

	test('are replaced in the copy alone', () => {
		const copy = structuredClone(given);
		for (const number of numbersWithin(given, copy)) number.put(number.value * 2);
		expect([given.groups[0]?.points[0]?.n, copy.groups[0]?.points[0]?.n, copy.bins]).toEqual([5, 10, [[14]]]);
	});

	test('know what stands around them, the innermost first', () => {
		expect(numbersWithin(given, given)[2]?.holders.map((holder) => Object.keys(holder))).toEqual([['session', 'n'], ['condition', 'points'], ['all', 'groups', 'bins']]);
	});
});
