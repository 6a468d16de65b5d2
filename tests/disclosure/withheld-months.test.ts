import { describe, expect, test } from 'vitest';
import { withheldMonths } from '#lib/server/disclosure/withheld-months.ts';

describe('withheldMonths', () => {
	test('hides no small cell that a quarter, a year or the whole would give back', () => {
		expect(withheldMonths([{ month: '2023-01', cells: [5, 30] }, { month: '2023-02', cells: [20, 30] }, { month: '2023-04', cells: [15, 15] }], 11)).toEqual([true, true, false]);
		expect(withheldMonths([{ month: '2023-01', cells: [5, 30] }, { month: '2023-04', cells: [15, 15] }, { month: '2024-04', cells: [12, 15] }], 11)).toEqual([true, true, false]);
		expect(withheldMonths([{ month: '2023-01', cells: [5, 30] }, { month: '2024-04', cells: [12, 15] }, { month: '2024-05', cells: [13, 15] }], 11)).toEqual([true, true, false]);
	});
});
