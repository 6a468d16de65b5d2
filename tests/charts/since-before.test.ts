import { describe, expect, test } from 'vitest';
import { draw } from '#lib/charts/draw.server.ts';
import type { Overview, Share } from '#lib/questions/overview/result.ts';
import { sinceBefore } from '#lib/questions/overview/since-before.ts';
import { multipleReadings } from '#lib/questions/recovery/figure-words.ts';
import { multipleChart } from '#lib/questions/recovery/multiple-chart.ts';
import { group, lefs, pain, point, recovery, suppressed } from './rows.ts';

const share = (count: number, n: number): Share => ({ count, n, estimate: count / n, lower: count / n - 0.03, upper: count / n + 0.03 });
const overview = ({ patients = 1000, n = 900, mean = -2.4, responders = 500, threshold = 'at least 30 % less pain' } = {}): Overview => ({
	episodes: patients + 50,
	patients,
	sessions: null,
	change: { n, mean, lower: mean - 0.1, upper: mean + 0.1, firstMean: 6.4, lastMean: 6.4 + mean, q1: -4, median: -2, q3: -1 },
	responders: { threshold, ofAll: share(responders, n), ofFollowed: share(responders, n), noBetter: null },
	completion: null,
	suppressed: false,
});
const later = { patients: 1100, n: 990, mean: -2.45, responders: 560 };

describe('since the snapshot before', () => {
	test('what is within chance is said to be so, once', () => {
		expect(sinceBefore(overview(later), overview(), pain, 11)).toEqual(['Mean change −2.5 points (−2.4 before) and responders 57\u00a0% of all who started (56\u00a0% before): no more than chance gives.']);
	});

	test.each([
		['more', -3, pain],
		['less', -1.8, pain],
		['less', -3, lefs],
		['more', -1.8, lefs],
	] as const)('%s improvement beyond chance is named for a mean change of %s', (way, mean, measure) => {
		const [first, second] = sinceBefore(overview({ ...later, mean }), overview(), measure, 11);
		expect(first).toMatch(new RegExp(`^Mean change .*: ${way} improvement than before, beyond chance\\.$`, 'u'));
		expect(second).toMatch(/^responders .*: no more than chance gives\.$/u);
	});

	test.each([
		['more', 700],
		['fewer', 400],
	] as const)('%s responders beyond chance are named', (way, responders) => {
		expect(sinceBefore(overview({ ...later, responders }), overview(), pain, 11)[0]).toMatch(new RegExp(`^responders .*: ${way} than before, beyond chance\\.$`, 'u'));
	});

	test('results that did not change are said to be the same', () => {
		expect(sinceBefore(overview(), overview(), pain, 11)).toEqual(['The results are the same.']);
	});

	test.each([
		['one patient more', { patients: 1001, n: 901, responders: 501 }],
		['ten patients fewer', { patients: 990, n: 880, responders: 480 }],
		['as many patients, some scores corrected', { mean: -2.41 }],
		['a hundred patients more, ten of them followed', { patients: 1100, n: 910, responders: 500 }],
		['a hundred patients more, one of whom responded', { patients: 1100, n: 1000, responders: 501 }],
		['a hundred patients more, all but one of whom responded', { patients: 1100, n: 1000, responders: 599 }],
	])('nothing is told of %s: a few could be told by the difference', (_, now) => {
		expect(sinceBefore(overview(now), overview(), pain, 11)).toEqual(['What that changed in the results is not told: it would rest on fewer than 11 patients.']);
	});

	test('responders judged by another threshold are not compared', () => {
		expect(sinceBefore(overview({ ...later, threshold: 'at least 2 points less pain' }), overview(), pain, 11)).toEqual(['Mean change −2.5 points (−2.4 before): no more than chance gives.']);
	});

	test('nothing is compared with what is withheld', () => {
		expect(sinceBefore(overview(), { ...overview(), change: null }, pain, 11)).toEqual(['Too few patients in one of the two to compare the results.']);
	});
});

describe('the small chart of a condition', () => {
	test('names both ends by their values, counts who is behind, and says which way is better', () => {
		const { svg, width } = draw(multipleChart(recovery.points, pain, 5), '');
		expect(width).toBeLessThan(260);
		for (const said of ['>4.8<', '>4.0<', '>400<', 'lower is better']) expect(svg).toContain(said);
	});

	test('moves two last values apart that would touch', () => {
		const { svg } = draw(multipleChart([point(1, 400, 6), point(2, 300, 5, 4.9)], pain, 2), '');
		const [plain, adjusted] = [...svg.matchAll(/translate\([\d.]+,([\d.]+)\)"[^>]*>(?:5\.0|4\.9)</gu)].map(([, y]) => Number(y));
		expect((adjusted ?? 0) - (plain ?? 0)).toBeGreaterThanOrEqual(14.9);
	});

	test('is drawn where all is withheld but a session', () => {
		expect(draw(multipleChart([point(1, 20, 6, null), suppressed(2)], pain, 2), '').svg).not.toMatch(/NaN|undefined|Infinity/u);
	});

	test('is read in few words', () => {
		expect(multipleReadings({ ...group(recovery.points), delta: 2 })[0]?.values.map(({ label }) => label)).toEqual(['still attending', 'all who started']);
	});
});
