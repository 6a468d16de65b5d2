import { describe, expect, test } from 'vitest';
import { knownInBoth } from '#lib/server/published/known-in-both.ts';

const all = [{ within: [0], episodes: 60, patients: 60 }, { within: [1], episodes: 40, patients: 40 }];

function piece(then: string, now: string, episodes: number) {
	return { then, now, episodes, patients: episodes };
}

describe('what is known of two snapshots', () => {
	test('is each set that was told of in both', () => {
		expect(knownInBoth(all, [piece('0', '0', 63), piece('1', '1', 41)]).map(({ before, now }) => now.episodes - before.episodes)).toEqual([3, 1]);
	});

	test('is only the sum where sets were told of that cut each other', () => {
		expect(knownInBoth(all, [piece('0', '0', 31), piece('0', '1', 32), piece('1', '0', 41)])).toEqual([{ before: { episodes: 100, patients: 100 }, now: { episodes: 104, patients: 104 } }]);
	});

	test('is a sum of sets where it equals one of the other snapshot', () => {
		expect(knownInBoth(all, [piece('0', '0', 63), piece('1', '0', 41), piece('', '', 20)]).map(({ before, now }) => [before.episodes, now.episodes])).toEqual([[100, 104], [0, 20]]);
	});

	test('is that a set is empty now', () => {
		expect(knownInBoth(all, [piece('0', '0', 63)])).toEqual([
			{ before: { episodes: 60, patients: 60 }, now: { episodes: 63, patients: 63 } },
			{ before: { within: [1], episodes: 40, patients: 40 }, now: { episodes: 0, patients: 0 } },
		]);
	});
});
