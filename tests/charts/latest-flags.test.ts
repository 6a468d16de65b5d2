import { expect, test } from 'vitest';
import { judgedSpan, latestFlags } from '#lib/questions/trend/latest-flags.ts';
import type { ProcessChart, ProcessPoint, TrendResult } from '#lib/questions/trend/result.ts';
import { trendSeries } from '#lib/questions/trend/series.ts';
import { trendSentence } from '#lib/questions/trend/trend-sentence.ts';
import { pain } from './rows.ts';

function month(name: string, more: Partial<ProcessPoint> = {}): ProcessPoint {
	return { month: name, value: -2.5, n: 40, centre: -2, lower: -3, upper: -1, side: 'below', signals: [], open: false, suppressed: false, ...more };
}

const quiet = Array.from({ length: 24 }, (_, index) => month(`${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`));
const none: ProcessChart = { phases: [], points: [] };
const withChange = (points: readonly ProcessPoint[]): TrendResult => ({ reason: null, openFrom: null, threshold: null, change: { phases: [], points }, response: none, completion: none, adverse: none });
const flaggedIn = (name: string, more: Partial<ProcessPoint> = {}) => withChange(quiet.map((point) => (point.month === name ? { ...point, signals: ['outside'], ...more } : point)));
const series = (result: TrendResult) => trendSeries(result, pain);

test('the months judged last are twelve, without those still open', () => {
	const result = withChange([...quiet, month('2026-01', { open: true })]);
	expect(judgedSpan(result, series(result))).toEqual({ from: '2025-01', to: '2025-12' });
});

test('a month flagged in them is told of with its side and whether that is better', () => {
	const [lower, higher] = [flaggedIn('2025-03'), flaggedIn('2025-03', { side: 'above' })];
	expect(latestFlags(lower, series(lower))).toEqual([{ name: 'change', better: true, words: 'Mean change in pain, March 2025: below the centre, which is better (outside the limits).' }]);
	expect(latestFlags(higher, series(higher))).toMatchObject([{ better: false }]);
});

test('a month flagged long ago is not', () => {
	const result = flaggedIn('2024-03');
	expect(latestFlags(result, series(result))).toEqual([]);
	expect(trendSentence(result, pain)).toBe('Nothing stands out from the variation between months, January to December 2025.');
});

test('where no month can be judged the sentence gives the reason', () => {
	expect(trendSentence({ ...withChange([]), reason: 'dates are kept by year' }, pain)).toBe('Nothing can be said of months: dates are kept by year.');
});
