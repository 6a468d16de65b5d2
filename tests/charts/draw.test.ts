import * as Plot from '@observablehq/plot';
import { describe, expect, test } from 'vitest';
import { draw, drawBoth } from '#lib/charts/draw.server.ts';
import { rowMark } from '#lib/charts/row-mark.ts';
import { departureChart } from '#lib/questions/departure/chart.ts';
import { distributionChart, partsChart, recoveryChart } from '#lib/questions/recovery/chart.ts';
import { departure, group, lefs, pain, point, recovery, suppressed } from './rows.ts';

const hostile = '"><script>alert(1)</script>&amp;';
const charts = {
	recovery: drawBoth((size) => recoveryChart(recovery, pain, size), hostile),
	departure: drawBoth((size) => departureChart(departure, pain, size), hostile),
	distribution: drawBoth((size) => distributionChart(recovery, pain, size), hostile),
	protocols: drawBoth((size) => partsChart([{ group: recovery, name: hostile }, { group: recovery, name: 'Another' }], pain, size), hostile),
};

describe.each(Object.entries(charts))('the %s chart', (_, { wide, narrow }) => {
	test('is drawn for a wide page and for a phone', () => {
		expect(wide?.width).toBe(860);
		expect(narrow.width).toBeLessThan(360);
	});

	test('is one image with a name', () => {
		expect(wide?.svg.match(/role="img"/g)).toHaveLength(1);
		expect(narrow.svg).toMatch(/^<svg [^>]*aria-label="/);
	});

	test('holds nothing that a strict content security policy refuses', () => {
		expect(wide?.svg).not.toMatch(/<style|style=|<script/);
		expect(narrow.svg).not.toMatch(/<style|style=|<script/);
	});

	test('escapes what comes from the data', () => {
		expect(wide?.svg).toContain('&quot;&gt;&lt;script&gt;');
		expect(wide?.svg).not.toContain('"><script>');
	});

	test('draws every number at a finite place', () => {
		expect(wide?.svg).not.toMatch(/NaN|undefined|Infinity/);
		expect(narrow.svg).not.toMatch(/NaN|undefined|Infinity/);
	});

	test('takes its colours from the page', () => {
		expect(wide?.svg).not.toMatch(/(fill|stroke)="#/);
	});
});

test('a withheld session has a band and no mark', () => {
	const { svg } = draw(recoveryChart(recovery, pain, 'narrow'), '');
	expect(svg.match(/<circle/g)).toHaveLength(8);
	expect(svg).toContain('var(--withheld)');
});

test('a line breaks at a withheld session', () => {
	const middle = group([point(1, 400, 6), point(2, 300, 5), suppressed(3), point(4, 200, 4), point(5, 150, 4)]);
	const dashed = draw(recoveryChart(middle, pain, 'wide'), '').svg.match(/<path[^>]* d="([^"]*)"[^>]*>/g)?.filter((path) => (path.match(/M/g) ?? []).length === 2) ?? [];
	expect(dashed.length).toBeGreaterThanOrEqual(2);
});

test('a condition with every session withheld is still a chart', () => {
	expect(draw(recoveryChart(group([suppressed(1), suppressed(2)]), pain, 'wide'), '').svg).toContain('too few');
});

test('a condition without sessions is still a chart', () => {
	expect(draw(recoveryChart(group([]), pain, 'narrow'), '').svg).not.toMatch(/NaN|Infinity/);
});

test('the scale is that of the measure, whatever the scores', () => {
	expect(charts.recovery.wide?.y.value).toEqual([0, 10]);
	expect(draw(recoveryChart(recovery, lefs, 'wide'), '').y.value).toEqual([0, 80]);
});

test('every session has a place, in order', () => {
	const places = Object.values(charts.recovery.wide?.x ?? {});
	expect(Object.keys(charts.recovery.wide?.x ?? {})).toEqual(['1', '2', '3', '4', '5']);
	expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('numbers are on the strip of episodes', () => {
	for (const n of [400, 300, 200, 100]) expect(charts.recovery.wide?.svg).toContain(`>${n}<`);
});

test('a mark keeps which row of the table it shows', () => {
	const marks = [Plot.dot([4, 7], { x: (value: number) => value, y: 1, ariaLabel: (_: number, row: number) => rowMark(row) })];
	expect([...draw([{ width: 100, height: 50, marks }], '').svg.matchAll(/data-row="(\d)"/g)].map(([, row]) => row)).toEqual(['0', '1']);
});
