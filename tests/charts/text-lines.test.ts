import { expect, test } from 'vitest';
import { textLines } from '#lib/charts/text-lines.ts';

const sentence = 'The plain mean at a session is the mean score of the episodes scored there, and describes whoever is left.';

test('no word is lost where lines break', () => {
	const lines = textLines(sentence, 200, 14);
	expect(lines.length).toBeGreaterThan(2);
	expect(lines.join(' ')).toBe(sentence);
});
test('a number stays with its unit', () => expect(textLines('a 95\u00a0% interval', 48, 14)).toContain('95\u00a0%'));
test('a word that is wider than the column is broken', () => {
	const lines = textLines('W'.repeat(100), 140, 14);
	expect(lines.length).toBeGreaterThan(5);
	expect(lines.join('')).toBe('W'.repeat(100));
});
test('larger letters take more lines', () => expect(textLines(sentence, 300, 28).length).toBeGreaterThan(textLines(sentence, 300, 14).length));
test('nothing has no line', () => expect(textLines(' \n ', 100, 14)).toEqual([]));
test('what turns the direction of a text, and what no document may hold, is left out', () => expect(textLines('a\u202eb\u0000c\ud800', 400, 14).join()).toBe('a b c\ufffd'));
