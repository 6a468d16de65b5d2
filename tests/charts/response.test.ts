import { describe, expect, test } from 'vitest';
import { draw, drawBoth } from '#lib/charts/draw.server.ts';
import { responseChart, responseMultiples } from '#lib/questions/response/chart.ts';
import type { Chance, ResponseGroup, ResponsePoint } from '#lib/questions/response/result.ts';
import { statesChart } from '#lib/questions/response/states-chart.ts';
import { stackOf, statesLabel, statesReadings, statesTable } from '#lib/questions/response/states-words.ts';
import { isShown, responseLabel, responseMargin, responseNotes, responseReadings, responseTable } from '#lib/questions/response/words.ts';

const hostile = '"><script>alert(1)</script>&amp;';
const chance = (estimate: number): Chance => ({ estimate, se: 0.02, lower: estimate - 0.04, upper: estimate + 0.04 });

function point(session: number, inCare: number, responded: number, left: number | null = null): ResponsePoint {
	const states = left === null ? null : { responded: chance(responded - 0.1), left: chance(left), discharged: chance(0.1), inCare: chance(1 - responded - left) };
	return { session, inCare, responded: chance(responded), states, suppressed: false };
}

const hidden = (session: number): ResponsePoint => ({ session, inCare: null, responded: null, states: null, suppressed: true });
const points = [point(1, 400, 0.04), point(2, 300, 0.25, 0.05), hidden(3), point(4, 100, 0.61, 0.12), hidden(5)];
const worst = { count: 40, n: 100, estimate: 0.4, lower: 0.3, upper: 0.5 };
const group: ResponseGroup = {
	condition: 'made-up',
	threshold: 'at least 30 % less pain',
	scored: 500,
	able: 480,
	of: 'able',
	points,
	median: { estimate: 4, lower: 3, upper: 5 },
	landmarks: [{ session: 6, ofAble: { worst, modelled: null, best: { ...worst, estimate: 0.7 } }, ofAll: null }],
	atLast: { ofAble: null, ofAll: null },
	notEstimable: null,
};
const named = { group, name: 'Made-up pain' };
const secret = { group: { ...group, points: [], scored: null, able: null, median: null }, name: 'Secret pain' };

const charts = {
	response: drawBoth((size) => responseChart(named, size), hostile),
	multiples: drawBoth((size) => responseMultiples([named, { ...named, name: hostile }], size), hostile),
	states: drawBoth((size) => statesChart([named], size), hostile),
	'states of several': drawBoth((size) => statesChart([named, { ...named, name: hostile }], size), hostile),
};

describe.each(Object.entries(charts))('the chart of %s', (_, { wide, narrow }) => {
	test('is drawn for a wide page and for a phone', () => {
		expect([wide?.width, narrow.width]).toEqual([860, 344]);
	});

	test('holds nothing that a strict content security policy refuses, nor a colour of its own', () => {
		expect(`${wide?.svg}${narrow.svg}`).not.toMatch(/<style|style=|<script|(fill|stroke)="#/);
	});

	test('draws every number at a finite place', () => {
		expect(`${wide?.svg}${narrow.svg}`).not.toMatch(/NaN|undefined|Infinity/);
	});
});

test('the line breaks where sessions are withheld', () => {
	const line = /d="([^"]*)"[^>]*stroke="var\(--adjusted\)"|stroke="var\(--adjusted\)"[^>]*><path d="([^"]*)"/.exec(charts.response.wide?.svg ?? '');
	expect((line?.[1] ?? line?.[2] ?? '').match(/M/g)).toHaveLength(2);
});

test('a group with every session withheld is a chart without a line', () => {
	const { svg } = draw(responseChart({ name: '', group: { ...group, median: null, points: [hidden(1), hidden(2)] } }, 'wide'), '');
	expect(svg).toContain('too few');
	expect(svg).not.toContain('half by session');
});

test('a session without states has no stack', () => {
	expect(points.map((each) => stackOf(each).length)).toEqual([0, 4, 0, 4, 0]);
});

test('a stack adds up to one', () => {
	expect(points.flatMap(stackOf).at(-1)?.to).toBeCloseTo(1, 10);
});

test('the name of the figure holds the numbers', () => {
	const label = responseLabel([named], true);
	for (const words of ['Synthetic data.', 'Made-up pain', '61\u00a0% (57 to 65\u00a0%) by session 4', 'half by session 4 (3 to 5)', '2 sessions are withheld']) expect(label).toContain(words);
	expect(statesLabel([named], false)).toContain('after session 4, 51\u00a0% responded, 10\u00a0% discharged otherwise, 12\u00a0% left without response');
});

test('the notes say what is withheld, and of whom nothing is drawn', () => {
	const notes = responseNotes([named], [named, secret]).join(' ');
	for (const words of ['patients reported at least 30 % less pain', '480 episodes', 'withheld: too few patients', 'Secret pain']) expect(notes).toContain(words);
	expect(isShown(secret)).toBe(false);
});

test('a reading gives no number for a withheld session', () => {
	expect(responseReadings(named)[2]).toMatchObject({ session: 3, context: 'withheld: too few patients', values: [{ text: '–', value: null }] });
	expect(statesReadings(named)[0]?.values.every(({ value }) => value === null)).toBe(true);
});

test('the tables have a row a session and say what is withheld', () => {
	expect(responseTable([named]).rows[2]).toEqual(['3', 'withheld', 'withheld']);
	expect(responseTable([named]).rows[3]).toEqual(['4', '61\u00a0% (57 to 65\u00a0%)', '100']);
	expect(statesTable([named]).rows).toHaveLength(5);
});

test('the margin gives the median and the bounds that need no model', () => {
	expect(responseMargin(named).map(({ figure }) => figure)).toEqual(['4', '40 to 70\u00a0%']);
});
