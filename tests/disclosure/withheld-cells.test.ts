import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';

const cells = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 });
const minimum = fc.integer({ min: 1, max: 25 });
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

function always(property: (counts: readonly number[], least: number) => boolean): boolean {
	fc.assert(fc.property(cells, minimum, property), { seed: 3, numRuns: 2000 });
	return true;
}

describe('withheldCells', () => {
	test('shows no cell of 1 to the minimum less 1', () => {
		expect(always((counts, least) => withheldCells(counts, least).every((hidden, i) => hidden || counts[i] === 0 || (counts[i] ?? 0) >= least))).toBe(true);
	});

	test('never withholds a total that gives a small cell away, unless the whole is small', () => {
		expect(
			always((counts, least) => {
				const hidden = withheldCells(counts, least);
				const total = sum(counts.filter((_, i) => hidden[i]));
				return total === 0 || total >= least || total === sum(counts);
			}),
		).toBe(true);
	});

	test('shows empty cells', () => {
		expect(always((counts, least) => withheldCells(counts, least).every((hidden, i) => !hidden || counts[i] !== 0))).toBe(true);
	});

	test('withholds with a higher minimum all that it withholds with a lower one', () => {
		expect(always((counts, least) => withheldCells(counts, least).every((hidden, i) => !hidden || withheldCells(counts, least + 1)[i]))).toBe(true);
	});

	test('withholds nothing where every cell is large', () => expect(withheldCells([11, 12, 0], 11)).toEqual([false, false, false]));
	test('withholds the next smallest cell with a single small one', () => expect(withheldCells([30, 5, 20, 0], 11)).toEqual([false, true, true, false]));
	test('is content with small cells that make a large one', () => expect(withheldCells([5, 6, 20], 11)).toEqual([true, true, false]));
	test('has nothing to say of no cells', () => expect(withheldCells([], 11)).toEqual([]));
});
