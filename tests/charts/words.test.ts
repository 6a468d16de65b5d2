import { expect, test } from 'vitest';
import { decimal, estimate, percent, signed } from '#lib/charts/number.ts';
import { departureSentence, reasons } from '#lib/questions/departure/words.ts';
import { headline, lede, tiles } from '#lib/questions/overview/words.ts';
import { distributionTable } from '#lib/questions/recovery/distribution-words.ts';
import type { Overview } from '#lib/questions/overview/result.ts';
import { recoveryLabel, recoveryReadings, recoveryTable } from '#lib/questions/recovery/figure-words.ts';
import { gapSentence, leftSentence, multiplesSentence, thinSentence } from '#lib/questions/recovery/words.ts';
import { codebook } from '#lib/codebook/schema.ts';
import { departure, group, lefs, pain, point, recovery, suppressed } from './rows.ts';

const nothing: Overview = { episodes: null, patients: null, sessions: null, change: null, responders: null, completion: null, suppressed: true };

test('the name of the figure holds the numbers', () => {
	const label = recoveryLabel(recovery, 'Made-up pain', pain, false);
	for (const words of ['Made-up pain', '0–10', 'lower is better', '4.8', '4.0', '400 episodes', '100 (25\u00a0%)', 'withheld']) expect(label).toContain(words);
});

test('the name of the figure says that data are synthetic', () => {
	expect(recoveryLabel(recovery, 'Made-up pain', pain, true)).toMatch(/^Synthetic data\. /);
});

test('the gap is said in points and direction', () => {
	expect(gapSentence(recovery, pain)).toContain('0.8 points worse');
});

test('a higher plain mean looks better where higher is better', () => {
	const group20 = group([point(1, 400, 40), point(2, 300, 50, 45)]);
	expect(gapSentence(group20, lefs)).toContain('5.0 points better');
});

test('intervals that overlap are said to', () => {
	expect(gapSentence(group([point(1, 400, 6.4), point(2, 300, 5, 4.8)]), pain)).toContain('intervals overlap');
	expect(gapSentence(recovery, pain)).not.toContain('overlap');
});

test('means that agree are not called a gap', () => {
	expect(gapSentence(group([point(1, 400, 6.4), point(2, 300, 5, 4.99)]), pain)).toContain('less than 0.1 points apart');
});

test('nothing is compared where everything is withheld', () => {
	const hidden = group([suppressed(1), suppressed(2)]);
	expect(gapSentence(hidden, pain)).toMatch(/^Too few/);
	expect(leftSentence(hidden)).toBeNull();
	expect(multiplesSentence([hidden], pain)).toMatch(/^Too few/);
});

test('the reason why no curve could be fitted is passed on', () => {
	expect(gapSentence({ ...group([suppressed(1)]), notEstimable: 'one session only' }, pain)).toBe('There is no adjusted curve to compare with (one session only).');
});

test('sessions with under a fifth left are pointed out', () => {
	expect(thinSentence(group([point(1, 400, 6), point(2, 200, 5), point(3, 79, 4)]))).toContain('From session 3 on');
	expect(thinSentence(recovery)).toBeNull();
});

test('the table has the numbers of the chart and none for a withheld session', () => {
	const { rows } = recoveryTable(recovery, 'Made-up pain', pain);
	expect(rows[3]).toEqual(['4', '100', '4.8 (4.6 to 5.0)', '4.0 (3.8 to 4.2)', '4.1 (3.9 to 4.3)', '50', '5.0 (4.0 to 6.0)', '2.0']);
	expect(rows[4]).toEqual(['5', 'withheld', '–', '–', '–', '–', '–', '–']);
});

test('the readout of a withheld session gives the reason', () => {
	expect(recoveryReadings(recovery)[4]).toMatchObject({ context: 'withheld: too few patients', values: [{ value: null }, { value: null }] });
});

test('withheld cells of the distribution are told from empty ones', () => {
	expect(distributionTable(recovery, 'Made-up pain', pain).rows[0]?.slice(2, 5)).toEqual(['·', '0', '0']);
});

test('who left is compared at the same session, weighted by how many left', () => {
	expect(departureSentence(departure, pain)).toContain('1.5 points better');
	expect(departureSentence(departure, lefs)).toContain('1.5 points worse');
});

test('withheld discharge reasons stand together, as what is left of all episodes', () => {
	const words = codebook.parse({ dischargeReasons: [{ id: 'goals-met', label: 'Goals met', course: 'completed' }] });
	expect(reasons(departure, words).map(({ label, text }) => [label, text])).toEqual([
		['Goals met', '100 (25\u00a0%)'],
		['No reason recorded', '40 (10\u00a0%)'],
		['Together: moved', '260 (65\u00a0%)'],
	]);
});

test('the headline says what patients reported and claims no effect', () => {
	const change = { n: 90, mean: -2.4, lower: -2.6, upper: -2.2, firstMean: 6.4, lastMean: 4, q1: -4, median: -2, q3: -1 };
	const words = `${headline({ ...nothing, change }, pain)} ${lede({ ...nothing, episodes: 100, change }, pain)}`;
	expect(words).toContain('Patients reported pain 2.4\u00a0points lower');
	expect(words).toContain('90 episodes');
	expect(words).not.toMatch(/reduc|improv|effective|works/i);
});

test('an interval across zero is no change', () => {
	const change = { n: 90, mean: -0.1, lower: -0.4, upper: 0.2, firstMean: 6.4, lastMean: 6.3, q1: -1, median: 0, q3: 1 };
	expect(headline({ ...nothing, change }, pain)).toContain('no different');
});

test('tiles of a withheld overview show no number', () => {
	expect(tiles(nothing, pain).map(({ figure }) => figure)).toEqual(['–', '–', '–', '–', '–']);
});

test('numbers are written with a true minus and never as minus zero', () => {
	expect([decimal(-2.44), decimal(-0.04), signed(0.5), signed(-0.04), percent(0.456)]).toEqual(['−2.4', '0.0', '+0.5', '0.0', '46\u00a0%']);
	expect(estimate(null)).toBe('–');
});
