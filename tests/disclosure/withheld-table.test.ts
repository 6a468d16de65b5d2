import { describe, expect, test } from 'vitest';
import { withheldTable } from '#lib/server/disclosure/withheld-table.ts';

const small = (table: readonly (readonly number[])[]) => table.map((row) => row.map((count) => count > 0 && count < 11));

describe('withheldTable', () => {
	test('withholds four corners for one small cell, so that neither total gives it back', () => {
		const table = [
			[5, 20, 30],
			[40, 50, 60],
			[12, 13, 70],
		];
		expect(withheldTable(table, small(table), 11)).toEqual([
			[true, true, false],
			[false, false, false],
			[true, true, false],
		]);
	});

	test('withholds an empty cell beside one that would else stand alone in its column', () => {
		const table = [
			[5, 20],
			[30, 0],
		];
		expect(withheldTable(table, small(table), 11)).toEqual([
			[true, true],
			[true, true],
		]);
	});

	test('withholds nothing of a table without small cells, nor of an empty one', () => {
		expect(withheldTable([[20, 0], [0, 30]], [[false, false], [false, false]], 11)).toEqual([[false, false], [false, false]]);
		expect(withheldTable([], [], 11)).toEqual([]);
	});
});
