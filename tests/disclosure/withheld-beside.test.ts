import { describe, expect, test } from 'vitest';
import { withheldBeside } from '#lib/server/disclosure/withheld-beside.ts';
import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';

describe('withheldBeside', () => {
	test('withholds the smallest other cell where what is withheld could be had by subtraction', () => {
		expect(withheldBeside([30, 14, 5], [false, false, true], 11)).toEqual([false, true, true]);
	});

	test('adds none where what is withheld is large enough, or nothing', () => {
		expect(withheldBeside([30, 14, 12], [false, false, true], 11)).toEqual([false, false, true]);
		expect(withheldBeside([30, 14, 0], [false, false, true], 11)).toEqual([false, false, true]);
	});

	test('does not withhold an empty cell, which would hide nothing', () => {
		expect(withheldBeside([30, 0, 5], [false, false, true], 11)).toEqual([true, false, true]);
	});

	test('agrees with withheldCells where only small cells were withheld', () => {
		for (const cells of [[3, 20, 40], [3, 4, 20], [0, 12, 13], [10, 10]]) {
			const small = cells.map((count) => count > 0 && count < 11);
			expect(withheldBeside(cells, small, 11)).toEqual(withheldCells(cells, 11));
		}
	});
});
