import { describe, expect, test } from 'vitest';
import type { Threshold } from '#lib/codebook/schema.ts';
import { chancesToStay } from '#lib/questions/recovery/chances-to-stay.ts';
import { leftShares } from '#lib/questions/recovery/left-shares.ts';
import { shownShares } from '#lib/questions/recovery/shown-shares.server.ts';
import { tippingPoint } from '#lib/questions/recovery/tipping-point.ts';

describe('the chances to stay', () => {
	const cell = (session: number, latest: number, n: number, stayed: number) => ({ session, baseline: 5, latest, n, stayed });

	test('are the shares that stayed where there is one score for each of two sorts', () => {
		const chances = chancesToStay([cell(1, 2, 40, 10), cell(1, 8, 40, 30)]);
		expect(chances).toEqual([expect.closeTo(0.25, 8), expect.closeTo(0.75, 8)]);
	});

	test('differ by session in what the latest score tells, where many left and many stayed', () => {
		const chances = chancesToStay([cell(1, 2, 40, 10), cell(1, 8, 40, 30), cell(2, 2, 40, 30), cell(2, 8, 40, 10)]);
		expect(chances).toEqual([0.25, 0.75, 0.75, 0.25].map((chance) => expect.closeTo(chance, 8)));
	});

	test('are 1 after a session that nobody left, and 0 after the last', () => {
		expect(chancesToStay([cell(1, 5, 9, 9), cell(2, 5, 9, 0)])).toEqual([1, 0]);
	});

	test('do not exist where scores tell for certain who left', () => {
		expect(chancesToStay([cell(1, 2, 30, 0), cell(1, 8, 30, 30)])).toEqual({ reason: expect.stringContaining('follows from their scores') });
	});

	test('of nobody are none', () => {
		expect(chancesToStay([])).toEqual([]);
	});
});

describe('the tipping point', () => {
	const places = [{ session: 1, mean: 6, left: 0 }, { session: 5, mean: 3, left: 0.5 }];
	const threshold = (kind: Threshold['kind'], value: number): Threshold => ({ id: 'made-up', label: 'made up', kind, value, primary: true, conditions: [], citation: 'made up' });

	test.each([
		['points', 2, 2],
		['percent', 30, 2.4],
		['at-most', 4, 2],
		['points', 3, 0],
		['points', 5, 0],
	] as const)('of %s %d is where the shifted end meets it', (kind, value, delta) => {
		expect(tippingPoint(places, threshold(kind, value), 'lower')?.delta).toBeCloseTo(delta, 10);
	});

	test('goes down where more is better', () => {
		const rising = [{ session: 1, mean: 40, left: 0 }, { session: 5, mean: 60, left: 0.5 }];
		expect(tippingPoint(rising, threshold('points', 10), 'higher')?.delta).toBeCloseTo(20, 10);
		expect(tippingPoint(rising, threshold('at-least', 50), 'higher')?.delta).toBeCloseTo(20, 10);
	});

	test('is none where nobody left, and there is none to speak of at one session', () => {
		expect(tippingPoint(places.map((place) => ({ ...place, left: 0 })), threshold('points', 2), 'lower')?.delta).toBeNull();
		expect(tippingPoint(places.slice(0, 1), threshold('points', 2), 'lower')).toBeNull();
	});
});

describe('the share that had left', () => {
	const ends = (...counts: readonly number[]) => counts.map((n, index) => ({ session: index + 1, n, patients: n }));

	test('counts those whose last score came before', () => {
		const share = leftShares(ends(10, 30, 60));
		expect([1, 2, 3, 4].map(share)).toEqual([0, 0.1, 0.4, 1]);
	});

	test('is shown where no small number left in between or is left over', () => {
		const [shown] = shownShares([ends(20, 5, 30, 40)], [false], 11);
		expect([...(shown ?? [])]).toEqual([1, 2, 4, 5]);
	});

	test('of a withheld part is not shown, nor what the others and the whole would tell of it', () => {
		const [first, second] = shownShares([ends(20, 30, 40), ends(3, 20, 4)], [false, true], 11);
		expect([...(second ?? [])]).toEqual([]);
		expect([...(first ?? [])]).toEqual([1, 4]);
	});
});
