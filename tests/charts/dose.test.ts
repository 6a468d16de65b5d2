import { describe, expect, test } from 'vitest';
import { draw, drawBoth } from '#lib/charts/draw.server.ts';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { doseChart } from '#lib/questions/dose/chart.ts';
import { quadrantChart } from '#lib/questions/dose/quadrant-chart.ts';
import { quadrantLabel, quadrantNotes, quadrantTable } from '#lib/questions/dose/quadrant-words.ts';
import type { Dose, DoseResult, Quadrant } from '#lib/questions/dose/result.ts';
import { stripLabel, stripMargin, stripNotes, stripsOf, stripTable } from '#lib/questions/dose/words.ts';
import { lefs, pain } from './rows.ts';

const shown: Dose = {
	episodes: 200,
	patients: 190,
	sessions: { n: 200, p10: 2, q1: 3, median: 5.5, q3: 8, p90: 10 },
	weeks: null,
	share: { below: null, within: { count: 138, n: 200, estimate: 0.69, lower: 0.62, upper: 0.75 }, above: null },
	effect: { bands: [], reason: null },
	suppressed: false,
};
const small: Dose = { ...shown, sessions: { n: null, p10: null, q1: 3, median: 4, q3: 6, p90: null } };
const hidden: Dose = { ...shown, episodes: null, patients: null, sessions: null, share: { below: null, within: null, above: null }, suppressed: true };
const clinics: Quadrant = {
	points: [
		{ clinic: 'harbour', n: 120, sessions: { estimate: 5.8, lower: 5.5, upper: 6.1 }, change: { estimate: -2.3, lower: -2.5, upper: -2.1 }, suppressed: false },
		{ clinic: 'hillside', n: null, sessions: null, change: null, suppressed: true },
		{ clinic: 'old-town', n: 80, sessions: { estimate: 5, lower: 4.7, upper: 5.3 }, change: { estimate: -1.9, lower: -2.2, upper: -1.6 }, suppressed: false },
	],
	middle: { sessions: 5.5, change: -2.1 },
	reason: null,
};
const result: DoseResult = { stated: { from: 2, to: 7 }, all: shown, conditions: [{ ...small, condition: 'shin-splints' }, { ...hidden, condition: 'hip-pain' }], clinics };
const strips = stripsOf(result, defaultCodebook);
const charts = {
	sessions: drawBoth((size) => doseChart(strips, result.stated, size), stripLabel(strips, result.stated, false)),
	quadrant: drawBoth((size) => quadrantChart(clinics, pain, size), quadrantLabel(clinics, pain, false)),
};

describe.each(Object.entries(charts))('the %s chart', (_, { wide, narrow }) => {
	test('is drawn for a wide page and for a phone', () => {
		expect(wide?.width).toBe(860);
		expect(narrow.width).toBe(344);
	});

	test.each([wide?.svg, narrow.svg])('holds no style, no colour of its own and no place that is not a number', (svg) => {
		expect(svg).not.toMatch(/<style|style=|(fill|stroke)="#|NaN|undefined|Infinity/);
	});
});

test('a withheld condition has its name and no bar', () => {
	const { svg } = draw(doseChart(strips, result.stated, 'wide'), '');
	expect(svg.match(/fill-opacity="0.42"/g)).toHaveLength(2);
	expect(svg).toContain('>Hip pain<');
	expect(svg).toContain('withheld: too few patients');
});

test('no line is drawn to a percentile that is withheld', () => {
	const lines = (sessions: Dose['sessions']) => draw(doseChart([{ name: 'Made up', whole: false, sessions }], result.stated, 'wide'), '').svg.match(/stroke-width="1.8"/g) ?? [];
	expect(lines(shown.sessions)).toHaveLength(2);
	expect(lines(small.sessions)).toHaveLength(0);
	expect(stripNotes(strips, result.stated).join(' ')).toContain('no thin line');
});

test('the name of the strips holds the quantiles', () => {
	expect(stripLabel(strips, result.stated, true)).toMatch(/^Synthetic data\. .*All conditions median 5\.5, middle half 3 to 8, 200 episodes; Shin splints median 4, middle half 3 to 6; Hip pain withheld/);
});

test('the share of the stated course stands beside the strips', () => {
	expect(stripMargin(result).map(({ figure }) => figure)).toEqual(['69\u00a0%']);
});

test('a single condition is not drawn twice', () => {
	expect(stripsOf({ ...result, conditions: [{ ...shown, condition: 'hip-pain' }] }, defaultCodebook).map(({ name }) => name)).toEqual(['Hip pain']);
});

test('the table of strips says what is withheld', () => {
	expect(stripTable(strips).rows[1]).toEqual(['Shin splints', 'withheld', 'withheld', '3', '4', '6', 'withheld']);
});

test('a withheld clinic has no mark, and the notes say so', () => {
	expect(charts.quadrant.narrow.svg.match(/<circle/g)).toHaveLength(2);
	expect(charts.quadrant.narrow.svg).not.toContain('hillside');
	expect(quadrantNotes(clinics).join(' ')).toContain('1 clinic is not drawn');
	expect(quadrantTable(clinics, pain).rows[1]).toEqual(['hillside', 'withheld', 'withheld', 'withheld']);
});

test('more improvement is up, whichever way the measure runs', () => {
	const ends = (measure: typeof pain) => draw(quadrantChart(clinics, measure, 'wide'), '').y.value;
	expect(ends(pain)[0]).toBeGreaterThan(ends(pain)[1]);
	expect(ends(lefs)[0]).toBeLessThan(ends(lefs)[1]);
});

test('the name of the quadrant holds the numbers of the clinics shown', () => {
	expect(quadrantLabel(clinics, pain, false)).toContain('harbour 5.8 sessions and a change of −2.3 points; old-town 5.0 sessions and a change of −1.9 points.');
});

test('a quadrant without clinics is still a chart', () => {
	expect(draw(quadrantChart({ points: [], middle: null, reason: null }, pain, 'wide'), '').svg).not.toMatch(/NaN|Infinity/);
});
