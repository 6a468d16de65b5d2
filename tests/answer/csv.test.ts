import { expect, test } from 'vitest';
import { csv } from '#lib/server/csv.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A1'])('a text that a spreadsheet would run gets an apostrophe: %j', (text) => {
	expect(csv(['a'], [[text]]).replaceAll('"', '')).toContain(`'${text}`);
});

test('so does a column name', () => expect(csv(['=A1'], [])).toBe("'=A1\n"));
test('negative numbers stay numbers', () => expect(csv(['a', 'b'], [[-1.5, 2]])).toBe('a,b\n-1.5,2\n'));
test('what is withheld is empty', () => expect(csv(['a', 'b'], [[null, 2]])).toBe('a,b\n,2\n'));
test('commas, quotes and line ends are quoted', () => expect(csv(['a'], [['x,"y"\nz']])).toBe('a\n"x,""y""\nz"\n'));
test('numbers keep their full precision', () => expect(csv(['a'], [[1 / 3]])).toBe('a\n0.3333333333333333\n'));
