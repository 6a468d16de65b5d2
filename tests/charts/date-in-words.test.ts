import { afterEach, describe, expect, test } from 'vitest';
import { dayName } from '#lib/charts/day-name.ts';
import { moment } from '#lib/charts/moment.ts';
import { periodName } from '#lib/charts/period-name.ts';
import { everybody, writeFor } from '#lib/charts/written-for.ts';
import { monthName, monthSpan } from '#lib/questions/trend/month-words.ts';

afterEach(() => writeFor(() => everybody));

describe('days and months are those of the reader', () => {
	test.each([
		['en-GB', '5 Mar 2026', '5 Mar 2026, 18:04 UTC', 'Sep 24', 'March 2024', 'January to March 2024'],
		['en-US', 'Mar 5, 2026', 'Mar 5, 2026, 18:04 UTC', 'Sep 24', 'March 2024', 'January to March 2024'],
		['de-DE', '5. März 2026', '5. März 2026, 18:04 UTC', 'Sept. 24', 'März 2024', 'Januar to März 2024'],
		['fr-FR', '5 mars 2026', '5 mars 2026, 18:04 UTC', 'sept. 24', 'mars 2024', 'janvier to mars 2024'],
		['ja-JP', '2026年3月5日', '2026年3月5日 18:04 UTC', '24年9月', '2024年3月', '2024年1月 to 2024年3月'],
		['vi-VN', '5 thg 3, 2026', '18:04 5 thg 3, 2026 UTC', 'thg 9 24', 'tháng 3 năm 2024', 'tháng 1 năm 2024 to tháng 3 năm 2024'],
	])('%s', (language, day, time, period, month, span) => {
		writeFor(() => language);
		const at = '2026-03-05T18:04:59Z';
		expect([dayName(at), moment(at), periodName('2024-09'), monthName('2024-03'), monthSpan('2024-01', '2024-03')]).toEqual([day, time, period, month, span]);
	});
});

test('years are those of the records, whatever calendar a language has', () => {
	for (const language of ['th-TH', 'fa-IR', 'ar-SA']) {
		writeFor(() => language);
		expect(dayName('2026-03-05T12:00:00Z')).toContain('2026');
	}
});

test('words that run from right to left would carry numbers away, so that days are in English there', () => {
	for (const language of ['ar-EG', 'he-IL', 'fa-IR', 'ur-PK']) {
		writeFor(() => language);
		expect([dayName('2026-03-05T12:00:00Z'), periodName('2024-09'), monthName('2024-03')]).toEqual(['5 Mar 2026', 'Sep 24', 'March 2024']);
	}
});

test('two months of different years are both told in full, and one month once', () => {
	expect(monthSpan('2023-11', '2024-02')).toBe('November 2023 to February 2024');
	expect(monthSpan('2024-02', '2024-02')).toBe('February 2024');
});

test('what is no day or month stays as it is', () => {
	expect([dayName('some day'), moment('some day'), periodName('2024'), periodName('2024-Q3'), monthName('2024-13')]).toEqual(['some day', 'some day', '2024', '2024-Q3', '2024-13']);
});
