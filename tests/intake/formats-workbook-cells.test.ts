import { describe, expect, test } from 'vitest';
import { cellFormat } from '#lib/server/intake/formats/xlsx/cell-formats.ts';
import { cellText } from '#lib/server/intake/formats/xlsx/cell-text.ts';
import { columnLetters, columnNumber } from '#lib/server/intake/formats/xlsx/cell-reference.ts';
import { serialDate } from '#lib/server/intake/formats/xlsx/serial-date.ts';

describe('a date that Excel stores as a number', () => {
	test.each([
		[1, false, '1900-01-01'],
		[59, false, '1900-02-28'],
		[61, false, '1900-03-01'],
		[45351, false, '2024-02-29'],
		[43889, true, '2024-02-29'],
		[0, true, '1904-01-01'],
		[45351.5, false, '2024-02-29T12:00:00'],
		[45351.999999999, false, '2024-03-01T00:00:00'],
	])('%d in a calendar of 1904 (%s) is %s', (serial, since1904, text) => {
		expect(serialDate(serial, since1904)).toBe(text);
	});

	test.each([-1, Number.NaN, 3_000_000])('%d is none', (serial) => {
		expect(serialDate(serial, false)).toBeUndefined();
	});
});

describe('a number format', () => {
	test.each([
		['its own 14', 14, undefined, true],
		['its own 22', 22, undefined, true],
		['its own for a time of day', 20, undefined, false],
		['General', 0, undefined, false],
		['General by its code', 164, 'General', false],
		['a day, month and year', 164, 'dd\\.mm\\.yyyy;@', true],
		['a month alone', 164, 'mmm', true],
		['minutes', 164, '[h]:mm:ss AM/PM', false],
		['a number with the word day behind it', 164, '0 "days"', false],
		['a number in red', 164, '[Red]0.0', false],
	])('%s says whether it shows a date', (_, id, code, date) => {
		expect(cellFormat(id, code).date).toBe(date);
	});
});

describe('a cell', () => {
	const context = { strings: ['first', 'second'], formats: [{ date: false, digits: 0 }, { date: true, digits: 0 }, { date: false, digits: 5 }], since1904: false };

	test.each([
		['a shared text', 's', 0, '1', 'second'],
		['a text with a control character', 'str', 0, 'a_x000A_b', 'a\nb'],
		['a truth', 'b', 0, '1', 'true'],
		['a number as it was typed', 'n', 0, '5.4000000000000004', '5.4'],
		['a small number', 'n', 0, '1E-2', '0.01'],
		['a long number', 'n', 0, '1.23456789012E+11', '123456789012'],
		['a number of five digits', 'n', 2, '12', '00012'],
		['a date', 'n', 1, '45351', '2024-02-29'],
		['a date in ISO form', 'd', 0, '2024-02-29T00:00:00', '2024-02-29T00:00:00'],
		['nothing', 'n', 1, '', ''],
	])('with %s is the text of it', (_, type, style, value, text) => {
		expect(cellText({ type, style, value }, context)).toBe(text);
	});

	test.each([
		['A1', 0, 'A'],
		['Z9', 25, 'Z'],
		['AA10', 26, 'AA'],
		['XFD1048576', 16_383, 'XFD'],
	])('%s lies in its column', (reference, column, letters) => {
		expect({ column: columnNumber(reference), letters: columnLetters(column) }).toEqual({ column, letters });
	});
});
