import { describe, expect, test } from 'vitest';
import { differenceWords } from '#lib/server/packs/difference-words.ts';
import { differences, numbersIn } from '#lib/server/packs/differences.ts';
import type { Cell } from '#lib/questions/question.ts';

const columns = ['condition', 'session', 'n', 'mean', 'lower', 'upper'];
const table = (...rows: Cell[][]) => ({ columns, rows });
const first = ['knee-pain', 1, 40, 6.5, 6.2, 6.8];
const second = ['knee-pain', 2, 30, 5.5, 5.2, 5.8];

describe('two tables', () => {
	test('do not differ where they hold the same, whatever the order of rows', () => {
		expect(differences(table(first, second), table(second, first))).toEqual([]);
	});
	test('do not differ by what the order of summing moves', () => {
		expect(differences(table(first), table(['knee-pain', 1, 40, 6.5 * (1 + 1e-12), 6.2, 6.8]))).toEqual([]);
	});
	test('differ by the smallest number that was packed', () => {
		expect(differences(table(first), table(['knee-pain', 1, 40, 6.500001, 6.2, 6.8]))).toHaveLength(1);
	});
	test('differ by a number that is withheld now, by words, and by a column that is new', () => {
		const words = differenceWords(differences({ columns: [...columns, 'note'], rows: [[...first, 'few']] }, { columns: [...columns, 'note', 'df'], rows: [['knee-pain', 1, 40, null, 6.2, 6.8, 'many', 39]] }));
		expect(words).toEqual(['knee-pain, session 1: mean was 6.5, is withheld or not there; note was few, is many; df was withheld or not there, is 39']);
	});
	test('differ by rows that are gone or new', () => {
		expect(differenceWords(differences(table(first), table(second)))).toEqual(['knee-pain, session 1: was told, and is no more', 'knee-pain, session 2: was not told, and is now']);
	});
	test('with rows of the same name are compared in their order', () => {
		expect(differences(table(first, first), table(first, ['knee-pain', 1, 41, 6.5, 6.2, 6.8]))).toHaveLength(1);
		expect(differences(table(first, first), table(first))).toMatchObject([{ row: 'knee-pain, session 1', only: 'was' }]);
	});
	test('that differ much are told of in a few lines, estimate first, with as few digits as tell the two apart', () => {
		const many = (shift: number) => table(...Array.from({ length: 12 }, (_, index) => ['knee-pain', index + 1, 40 + shift, 6.5 + shift / 1e6, 6.2 + shift, 6.8]));
		const words = differenceWords(differences(many(0), many(1)));
		expect([words.length, words[0], words.at(-1)]).toEqual([9, 'knee-pain, session 1: mean was 6.5, is 6.500001; lower was 6.2, is 7.2; n was 40, is 41', 'and 4 more']);
	});
});

test('numbers are counted without words and gaps', () => {
	expect(numbersIn(table(first, ['knee-pain', 2, null, null, null, null]))).toBe(6);
});
