import { describe, expect, test } from 'vitest';
import { draw, drawBoth } from '#lib/charts/draw.server.ts';
import { codebook } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { trendChart } from '#lib/questions/trend/chart.ts';
import type { ProcessChart, ProcessPoint, TrendResult } from '#lib/questions/trend/result.ts';
import { trendSeries } from '#lib/questions/trend/series.ts';
import { trendLabel, trendMargin, trendNotes, trendTable } from '#lib/questions/trend/words.ts';
import { trendFigures } from '#lib/figures/trend-figures.server.ts';
import { pain } from './rows.ts';

function month(number: number, value: number, more: Partial<ProcessPoint> = {}): ProcessPoint {
	return { month: `2024-${String(number).padStart(2, '0')}`, value, n: 40, centre: 0.5, lower: 0.3, upper: 0.7, side: value < 0.5 ? 'below' : 'above', signals: [], open: false, suppressed: false, ...more };
}

const hidden = { value: null, n: null, lower: null, upper: null, side: null, suppressed: true } as const;
const points = [month(1, 0.45), month(2, 0.52), month(3, 0.5, hidden), month(4, 0.81, { signals: ['outside'] }), month(5, 0.47), month(6, 0.44), month(7, 0.55), month(8, 0.2, { open: true })];
const phase = { from: '2024-01', to: '2024-08', baseline: { from: '2024-01', to: '2024-07', months: 6 }, centre: 0.5, movingRange: null, provisional: true, reason: null };
const chart: ProcessChart = { phases: [phase], points };
const nothing: ProcessChart = { phases: [], points: [month(1, 0, hidden)] };
const result: TrendResult = { reason: null, openFrom: '2024-08', threshold: 'at least 30 % less pain', change: nothing, response: chart, completion: chart, adverse: nothing };
const response = trendSeries(result, pain)[1] ?? expect.unreachable();
const count = (svg: string, part: RegExp) => svg.match(part)?.length ?? 0;

describe('the chart by month', () => {
	const { wide, narrow } = drawBoth((size) => trendChart(chart, response, size), trendLabel(chart, response, true));

	test('is drawn for a wide page and for a phone, without style', () => {
		expect([wide?.width, narrow.width]).toEqual([860, 344]);
		expect(`${wide?.svg}${narrow.svg}`).not.toMatch(/<style|style=|<script|NaN|Infinity|undefined|(fill|stroke)="#/);
	});

	test('draws no mark where a month is withheld, but a band', () => {
		expect(count(narrow.svg, /<circle/g)).toBe(6);
		expect(narrow.svg).toContain('var(--withheld)');
	});

	test('draws an open month hollow and a flagged one as a triangle of its own colour', () => {
		expect(wide?.svg).toMatch(/<circle (?=[^>]*fill="var\(--paper\)")[^>]*stroke="var\(--ink-2\)"/);
		expect(wide?.svg).toMatch(/fill="var\(--adjusted\)"/);
		expect(wide?.svg).toContain('>outside<');
	});

	test('flags a month on the worse side in another colour', () => {
		const worse = { ...chart, points: [...points.slice(0, 4), month(5, 0.1, { signals: ['outside'] })] };
		expect(draw(trendChart(worse, response, 'wide'), '').svg).toMatch(/fill="var\(--plain\)"/);
	});

	test('breaks its lines where nobody began in a month', () => {
		const gap = { ...chart, points: points.filter(({ month: each }) => each !== '2024-06') };
		const lines = draw(trendChart(gap, response, 'wide'), '').svg.match(/ d="M[^"]*"/g) ?? [];
		expect(lines.some((line) => line.match(/M/g)?.length === 3)).toBe(true);
	});

	test('is drawn without limits where there are too few months for them', () => {
		const bare = { phases: [{ ...phase, baseline: null, centre: null, reason: 'too few months' }], points: points.map((point) => ({ ...point, centre: null, lower: null, upper: null, signals: [] })) };
		expect(draw(trendChart(bare, response, 'wide'), '').svg).not.toMatch(/NaN|Infinity|limit</);
		expect(trendNotes(bare, response).join(' ')).toContain('No limits, since too few months');
	});
});

test('the name of the chart holds centre, limits, flags, and what is withheld', () => {
	const label = trendLabel(chart, response, true);
	for (const words of ['Synthetic data.', '50\u00a0%', '30\u00a0% to 70\u00a0%', 'January to July 2024', 'provisional', 'April 2024 (above the centre; outside the limits)', 'August 2024', '1 month is withheld: too few patients']) expect(label).toContain(words);
});

test('the margin counts flagged months among those that can be judged', () => {
	expect(trendMargin(chart, response)[1]).toMatchObject({ figure: '1', unit: 'of 6 months' });
});

test('the table has a row for each month and no number for a withheld one', () => {
	const { rows } = trendTable(chart, response);
	expect(rows[2]).toEqual(['March 2024', 'withheld', 'withheld', '50\u00a0%', '–', '–']);
	expect(rows[3]).toEqual(['April 2024', '81\u00a0%', '40', '50\u00a0%', '30\u00a0% to 70\u00a0%', 'outside the limits, above the centre']);
});

test('there is a figure for each series with a month to show', () => {
	const answer: Answer<TrendResult> = {
		...result,
		question: 'trend',
		filters: { condition: [], protocol: [], clinic: [], therapist: [], payer: [], sex: [], ageBand: [], chronicity: [], period: [], measure: null, threshold: null, rebase: null, by: null, axis: null, delta: null },
		snapshot: { id: 'made-up', publishedAt: '2024-09-01T00:00:00Z', synthetic: true, sessions: 1, episodes: 1 },
		method: { text: [], formula: [], citations: [], sql: [], minimumCell: 11 },
		caveats: [],
	};
	const figures = trendFigures(answer, { codebook: codebook.parse({}), measure: pain, source: '/api/trend?' });
	expect(figures.map(({ title }) => title.split(' ').slice(0, 5).join(' '))).toEqual(['Share of episodes that responded', 'Share of episodes discharged as']);
});
