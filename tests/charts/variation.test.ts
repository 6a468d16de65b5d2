import { describe, expect, test } from 'vitest';
import { drawBoth } from '#lib/charts/draw.server.ts';
import { variationChart } from '#lib/questions/variation/chart.ts';
import { outcomes } from '#lib/questions/variation/outcome.ts';
import { pointLabels } from '#lib/questions/variation/point-labels.ts';
import type { VariationFunnel, VariationLevel, VariationPoint } from '#lib/questions/variation/result.ts';
import { isShown, variationLabel, variationMargin, variationNotes, variationTable } from '#lib/questions/variation/words.ts';
import { pain } from './rows.ts';

const around = (estimate: number) => ({ estimate, lower: estimate - 0.05, upper: estimate + 0.05 });
const point = (value: number, beyond: VariationPoint['beyond'] = 'neither') => ({ observed: value, expected: 0.5, standardised: around(value), z: 1, zWidened: 1, beyond, shrunken: around(0.5) });
const limits = [30, 100, 200, 400].map((n) => {
	const at = (z: number) => ({ lower: 0.5 - z / (2 * Math.sqrt(n)), upper: 0.5 + z / (2 * Math.sqrt(n)) });
	return { n, chance95: at(1.96), chance998: at(3.09), widened95: at(2.1), widened998: at(3.3) };
});
const funnel: VariationFunnel = {
	repeated: null,
	n: 842,
	overall: 0.5,
	overDispersion: { phi: 1.4, tau2: 0.002 },
	limits,
	correlation: { estimate: 0.02, lower: 0, upper: 0.05 },
	units: [
		{ unit: 'ash', n: 400, status: 'shown', point: point(0.52) },
		{ unit: 'birch', n: 150, status: 'shown', point: point(0.3, '99.8') },
		{ unit: 'cedar', n: null, status: 'withheld', point: null },
		{ unit: 'elm', n: 12, status: 'too-few', point: null },
		{ unit: 'fir', n: 200, status: 'shown', point: point(0.62, '95') },
	],
	notEstimable: null,
};
const level: VariationLevel = { response: funnel, change: funnel };
const response = outcomes({ threshold: 'at least 30 % less pain', minimumEpisodes: 30, clinics: level, therapists: level }, pain)[0] ?? expect.unreachable();

describe('the funnel', () => {
	const { wide, narrow } = drawBoth((size) => variationChart(funnel, response, size), variationLabel(funnel, response, true));

	test('is drawn for a wide page and for a phone, without style', () => {
		expect([wide?.width, narrow.width]).toEqual([860, 344]);
		expect(`${wide?.svg}${narrow.svg}`).not.toMatch(/<style|style=|<script|NaN|Infinity|undefined|(fill|stroke)="#/);
	});

	test('draws and names the shown clinics and no other', () => {
		for (const name of ['ash', 'birch', 'fir']) expect(wide?.svg).toContain(`>${name}<`);
		for (const name of ['cedar', 'elm']) expect(wide?.svg).not.toContain(`>${name}<`);
		expect(narrow.svg.match(/<circle/g)).toHaveLength(1);
	});

	test('marks what is beyond the 95 % and the 99.8 % limits apart', () => {
		expect(wide?.svg).toContain('fill="var(--left)"');
		expect(wide?.svg).toContain('fill="var(--plain)"');
	});

	test('has no places of sessions', () => {
		expect(wide?.x).toEqual({});
	});

	test('names only those beyond the limits where there are many', () => {
		const many = { ...funnel, units: [...funnel.units, ...Array.from({ length: 20 }, (_, index) => ({ unit: `oak-${index}`, n: 100 + index, status: 'shown' as const, point: point(0.5) }))] };
		const svg = drawBoth((size) => variationChart(many, response, size), '').wide?.svg;
		expect(svg).toContain('>birch<');
		expect(svg).not.toMatch(/>(ash|oak-3)</);
	});
});

test('the name of the funnel holds the overall value and what is beyond the limits', () => {
	const label = variationLabel(funnel, response, true);
	for (const words of ['Synthetic data.', 'Overall 50\u00a0%', '3 clinics of 150 to 400 episodes', 'birch (30\u00a0%, beyond 99.8\u00a0%) and fir (62\u00a0%, beyond 95\u00a0%)', '1 clinic is withheld']) expect(label).toContain(words);
});

test('the notes say who has no point and why, and whether limits are widened', () => {
	const notes = variationNotes(funnel, response).join(' ');
	for (const words of ['widened', 'φ 1.40', 'Fewer than 30 episodes, so without a point: elm.', 'Withheld, too few patients: cedar.']) expect(notes).toContain(words);
});

test('the notes say how far limits are widened for patients with several episodes, where there are any', () => {
	expect(variationNotes({ ...funnel, repeated: { correlation: 0.4, designEffect: 1.21 } }, response).join(' ')).toContain('(correlation 0.40): that widens the limits by 10.0\u00a0% on average');
	expect(variationNotes(funnel, response).join(' ')).not.toContain('several episodes');
});

test('the margin counts those beyond the limits and gives the correlation with its interval', () => {
	expect(variationMargin(funnel, response)).toMatchObject([{ figure: '50\u00a0%' }, { figure: '2', unit: 'of 3 clinics' }, { figure: '2.0\u00a0%' }]);
});

test('the table keeps the alphabetical order and no number of a withheld clinic', () => {
	const { rows } = variationTable(funnel, response);
	expect(rows.map(([unit]) => unit)).toEqual(['ash', 'birch', 'cedar', 'elm', 'fir']);
	expect(rows[2]?.slice(1).every((cell) => cell === 'withheld')).toBe(true);
});

test('a funnel without a point is not shown', () => {
	expect(isShown({ ...funnel, units: funnel.units.slice(2, 4) })).toBe(false);
});

test('names beside one another do not touch, and one that finds no place is left out unless it must stand', () => {
	const spots = Array.from({ length: 12 }, (_, index) => ({ x: 100 + index, y: 100, name: 'a rather long name', must: index === 11 }));
	const named = pointLabels([...spots].reverse(), spots, [], 400);
	expect(named.length).toBeLessThan(12);
	expect(named.some(({ must }) => must)).toBe(true);
});
