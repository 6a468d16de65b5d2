import { describe, expect, test } from 'vitest';
import { draw, drawBoth } from '#lib/charts/draw.server.ts';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { sorenessChart } from '#lib/questions/tolerability/chart.ts';
import { eventChart } from '#lib/questions/tolerability/event-chart.ts';
import { eventLabel, eventNotes, eventTable } from '#lib/questions/tolerability/event-words.ts';
import type { Events, Spread, TolerabilityResult } from '#lib/questions/tolerability/result.ts';
import { sorenessLabel, sorenessNotes, sorenessOf, sorenessTable } from '#lib/questions/tolerability/words.ts';

const all: Spread = { outcome: 'soreness_hours', part: 'all', name: 'all', n: 900, patients: 200, mean: 31.5, interval: { lower: 31, upper: 32 }, robust: { lower: 30.7, upper: 32.3 }, median: 26, q1: 16, q3: 42, suppressed: false };
const calf: Spread = { ...all, part: 'region', name: 'calf', n: 300, mean: 54.7, robust: { lower: 53.7, upper: 55.7 } };
const foot: Spread = { ...all, part: 'region', name: 'foot', n: null, patients: null, mean: null, interval: null, robust: null, median: null, q1: null, q3: null, suppressed: true };
const events: Events = {
	recorded: 1000,
	notEstimable: null,
	parts: [],
	kinds: [{ kind: 'bleeding', label: 'Bleeding', share: { count: 108, n: 1000, estimate: 0.108, interval: { lower: 0.09, upper: 0.13 }, robust: { lower: 0.08, upper: 0.14 } } }],
	withheldKinds: 1,
	published: [
		{ study: 'boyce-2020', citation: '', treatments: 20464, kind: 'bleeding', label: 'Bleeding', percent: 16, below: false },
		{ study: 'boyce-2020', citation: '', treatments: 20464, kind: 'any-major', label: 'any major', percent: 0.1, below: true },
	],
};
const result: TolerabilityResult = { sessions: 1000, patients: 200, spreads: [calf, foot, all, { ...calf, part: 'protocol' }, { ...calf, outcome: 'soreness_peak' }], contrasts: [], over: [], events };
const rows = sorenessOf(result, defaultCodebook);
const charts = {
	soreness: drawBoth((size) => sorenessChart(rows, size), sorenessLabel(rows, false)),
	events: drawBoth((size) => eventChart(events, size), eventLabel(events, false)),
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

test('regions stand in the order of the codebook, after all together', () => {
	expect(rows.map(({ name }) => name)).toEqual(['All regions', 'Foot', 'Calf']);
});

test('a withheld region has its name and no mark', () => {
	const { svg } = draw(sorenessChart(rows, 'wide'), '');
	expect(svg.match(/<circle/g)).toHaveLength(2);
	expect(svg).toContain('>Foot<');
	expect(sorenessNotes(rows).join(' ')).toContain('withheld');
	expect(sorenessTable(rows).rows[1]?.slice(0, 3)).toEqual(['Foot', 'withheld', 'withheld']);
});

test('the name of the figure holds means with the interval that allows for clustering', () => {
	expect(sorenessLabel(rows, true)).toMatch(/^Synthetic data\. .*All regions 31\.5 \(30\.7 to 32\.3\), 900 visits; Foot withheld: too few patients; Calf 54\.7/);
});

test('the name of the events holds both rates', () => {
	expect(eventLabel(events, false)).toContain('Bleeding 10.8\u00a0% (8.0 to 14.0), published Boyce 2020 16\u00a0%.');
});

test('published rates of kinds not drawn are said in the notes, and so are withheld kinds', () => {
	const notes = eventNotes(events).join(' ');
	expect(notes).toContain('any major event (Boyce 2020 below 0.1\u00a0%)');
	expect(notes).toContain('1 kind is withheld');
});

test('the table sets each rate beside the published ones', () => {
	expect(eventTable(events)).toMatchObject({ columns: ['Event', 'Visits', 'Share of visits', 'Boyce 2020'], rows: [['Bleeding', '108 of 1,000', '10.8\u00a0% (8.0 to 14.0)', '16\u00a0%']] });
});

test('no region and no event still make charts', () => {
	expect(draw(sorenessChart([], 'wide'), '').svg).not.toMatch(/NaN|Infinity/);
	expect(draw(eventChart({ ...events, kinds: [], published: [] }, 'narrow'), '').svg).not.toMatch(/NaN|Infinity/);
});
