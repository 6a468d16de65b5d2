import { afterEach, describe, expect, test } from 'vitest';
import { count, decimal, interval, percent, percents, plain, plural, signed } from '#lib/charts/number.ts';
import { tickText } from '#lib/charts/tick-text.ts';
import { everybody, writeFor } from '#lib/charts/written-for.ts';

const sentence = () => `${decimal(4.2)} points (95\u00a0% CI ${interval({ lower: 3.9, upper: 4.5 })}), ${signed(-0.75, 2)}, ${percent(0.583)} of ${plural(11604, 'session')}`;

afterEach(() => writeFor(() => everybody));

describe('numbers within English words are those of the reader', () => {
	test.each([
		['en-GB', '4.2 points (95\u00a0% CI 3.9 to 4.5), −0.75, 58\u00a0% of 11,604 sessions'],
		['en-US', '4.2 points (95\u00a0% CI 3.9 to 4.5), −0.75, 58\u00a0% of 11,604 sessions'],
		['de-DE', '4,2 points (95\u00a0% CI 3,9 to 4,5), −0,75, 58\u00a0% of 11.604 sessions'],
		['de-CH', '4.2 points (95\u00a0% CI 3.9 to 4.5), −0.75, 58\u00a0% of 11’604 sessions'],
		['fr-FR', '4,2 points (95\u00a0% CI 3,9 to 4,5), −0,75, 58\u00a0% of 11\u00a0604 sessions'],
		['sv-SE', '4,2 points (95\u00a0% CI 3,9 to 4,5), −0,75, 58\u00a0% of 11\u00a0604 sessions'],
		['ar-EG', '4.2 points (95\u00a0% CI 3.9 to 4.5), −0.75, 58\u00a0% of 11,604 sessions'],
		['ja-JP', '4.2 points (95\u00a0% CI 3.9 to 4.5), −0.75, 58\u00a0% of 11,604 sessions'],
	])('%s', (language, said) => {
		writeFor(() => language);
		expect(sentence()).toBe(said);
	});
});

test('digits are grouped as the language does it', () => {
	writeFor(() => 'en-IN');
	expect(count(1234567)).toBe('12,34,567');
	writeFor(() => 'es-ES');
	expect([count(1204), count(12040)]).toEqual(['1204', '12.040']);
});

test('a number is rounded alike in all languages', () => {
	const values = [1.005, 0.125, 2.5, -0.04, -0.05, 8.345, 1e-7];
	const english = values.map((value) => decimal(value, 2));
	writeFor(() => 'de-DE');
	expect(values.map((value) => decimal(value, 2).replace(',', '.'))).toEqual(english);
	expect(english).toEqual(values.map((value) => (Number(value.toFixed(2)) === 0 ? '0.00' : value.toFixed(2).replace('-', '−'))));
});

test('numbers below zero have a minus sign', () => {
	expect([count(-1204), decimal(-2.25, 2), percent(-0.1), plain(-2.5)]).toEqual(['−1,204', '−2.25', '−10\u00a0%', '−2.5']);
});

test('a number may be written with the digits that it has', () => {
	writeFor(() => 'de-DE');
	expect([plain(2.5), plain('99.8'), plain(30)]).toEqual(['2,5', '99,8', '30']);
});

test('both ends of a share have the point of the reader', () => {
	writeFor(() => 'de-DE');
	expect(percents({ lower: 0.884, upper: 0.921 })).toBe('88 to 92\u00a0%');
});

test('the ticks of an axis have as many decimals as the one that needs most', () => {
	const ticks = [0, 0.5, 1];
	expect(ticks.map((tick, index) => tickText(tick, index, ticks))).toEqual(['0.0', '0.5', '1.0']);
	expect([0, 2, 4].map((tick, index, all) => tickText(tick, index, all))).toEqual(['0', '2', '4']);
	expect([0.1, 0.2, 0.1 + 0.2].map((tick, index, all) => tickText(tick, index, all))).toEqual(['0.1', '0.2', '0.3']);
});
