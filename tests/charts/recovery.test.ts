import { describe, expect, test } from 'vitest';
import { draw } from '#lib/charts/draw.server.ts';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { measure as schema } from '#lib/codebook/schema.ts';
import { partsChart, recoveryChart } from '#lib/questions/recovery/chart.ts';
import { recoveryLabel, recoveryReadings, recoveryTable } from '#lib/questions/recovery/figure-words.ts';
import { partLabel } from '#lib/questions/recovery/part-label.ts';
import { partsLabel, partsTable } from '#lib/questions/recovery/parts-words.ts';
import type { RecoveryGroup } from '#lib/questions/recovery/result.ts';
import { shiftRange, shiftSentence, tippingSentence } from '#lib/questions/recovery/shift-words.ts';
import { gapSentence, stayingSentence } from '#lib/questions/recovery/words.ts';
import { group, lefs, pain as plain, recovery, suppressed } from './rows.ts';

const pain = schema.parse({ ...plain, thresholds: [{ id: 'points-2', label: 'at least 2 points less pain', kind: 'points', value: 2, primary: true, citation: 'made up' }] });

/** Those who left 2 points worse: 5.5 instead of 4.0 at session 4, where three quarters have left. */
const shifted: RecoveryGroup = {
	...recovery,
	delta: 2,
	shifted: recovery.points.flatMap(({ session, n, adjusted }) => {
		const shift = 2 * (1 - (n ?? 0) / 400);
		return adjusted === null ? [] : [{ session, mean: adjusted.mean + shift, lower: adjusted.lower + shift, upper: adjusted.upper + shift }];
	}),
};

const tipping = (delta: number | null): RecoveryGroup => ({ ...recovery, tipping: { threshold: 'points-2', from: 1, to: 4, delta } });

describe('the shifted curve', () => {
	test('is drawn beside the adjusted one and named on a wide page', () => {
		const { svg } = draw(recoveryChart(shifted, pain, 'wide'), '');
		expect(svg).toContain('stroke="var(--left)"');
		expect(svg).toContain('2.0 worse than that');
	});

	test('is drawn on a phone too, and named in the readout', () => {
		expect(draw(recoveryChart(shifted, pain, 'narrow'), '').svg).toContain('stroke="var(--left)"');
		expect(recoveryReadings(shifted)[3]?.values[2]).toEqual({ label: 'those who left 2.0 worse', text: '5.5 (5.3 to 5.7)', value: 5.5, tone: 'left' });
	});

	test('is not drawn where nothing is supposed', () => {
		expect(draw(recoveryChart(recovery, pain, 'wide'), '').svg).not.toContain('stroke="var(--left)"');
	});

	test('is in the table and in the name of the figure', () => {
		expect(recoveryTable(shifted, 'Made up', pain).rows[3]).toContain('5.5 (5.3 to 5.7)');
		expect(recoveryLabel(shifted, 'Made up', pain, false)).toContain('5.5 instead of 4.0');
	});

	test('is told with what it leaves of the improvement', () => {
		expect(shiftSentence(shifted, pain)).toContain('0.9 points better than at session 1');
		expect(shiftSentence(shifted, lefs)).toContain('0.9 points worse than at session 1');
		expect(shiftSentence(recovery, pain)).toBeNull();
	});
});

describe('the tipping point', () => {
	test.each([
		[1.25, 'is a meaningful one (at least 2 points less pain) unless those who left were more than 1.3 points worse'],
		[0, 'falls short of a meaningful one (at least 2 points less pain) as it is'],
		[40, 'worse by the whole scale'],
		[null, 'Nobody left from session 1 to 4'],
	])('at %s is said in words', (delta, words) => {
		expect(tippingSentence(tipping(delta), pain)).toContain(words);
	});

	test('is not spoken of where there is none', () => {
		expect(tippingSentence(recovery, pain)).toBeNull();
	});
});

test('the slider goes to half of the scale in tenths of that', () => {
	expect(shiftRange(pain)).toEqual({ most: 5, step: 0.5 });
	expect(shiftRange(lefs)).toEqual({ most: 40, step: 4 });
});

test('the second way to account for who left is told beside the curve, or why there is none', () => {
	expect(stayingSentence(recovery)).toContain('4.1 (3.9 to 4.3) at session 4; the curve, 4.0 (3.8 to 4.2)');
	expect(stayingSentence({ ...group([suppressed(1)]), notWeighted: 'made up' })).toBe('Weighted by the chance to have stayed: made up.');
});

describe('by weeks', () => {
	const byWeek: RecoveryGroup = { ...recovery, axis: 'weeks' };

	test('the axis, the strip and the labels speak of weeks', () => {
		const { svg } = draw(recoveryChart(byWeek, pain, 'wide'), '');
		expect(svg).toContain('week since the first visit');
		expect(svg).toContain('Episodes with a score at each week');
		expect(svg).not.toContain('session');
	});

	test('so do the words', () => {
		expect(gapSentence(byWeek, pain)).toMatch(/^At week 4 /);
		expect(recoveryTable(byWeek, 'Made up', pain).columns[0]).toBe('Week');
		expect(recoveryLabel(byWeek, 'Made up', pain, false)).not.toContain('session');
	});
});

describe('parts of a condition', () => {
	const clinics = ['north', 'south'].map((clinic) => ({ group: { ...recovery, clinic }, name: clinic }));
	const byWeek = clinics.map(({ group: each, name }) => ({ group: { ...each, axis: 'weeks' as const }, name }));

	test('are drawn and named by what parts them', () => {
		expect(draw(partsChart(byWeek, pain, 'wide'), '').svg).toContain('Episodes with a score at each week');
		expect(partsLabel(clinics, 'Made up', pain, 'clinic', false)).toContain('by session number and clinic');
		expect(partsTable(byWeek, 'Made up', pain, 'chronicity')).toMatchObject({ caption: expect.stringContaining('by week and duration of symptoms'), columns: ['Week', 'north', 'Episodes', 'south', 'Episodes'] });
	});

	test('are called by the words of the codebook, clinics by their own', () => {
		const [acute] = defaultCodebook.chronicity;
		expect(partLabel({ ...recovery, chronicity: 'acute' }, defaultCodebook)).toBe(acute?.label);
		expect(partLabel({ ...recovery, clinic: 'acute' }, defaultCodebook)).toBe('acute');
		expect(partLabel({ ...recovery, clinic: 'not-recorded' }, defaultCodebook)).toBe('not recorded');
		expect(partLabel(recovery, defaultCodebook)).toBeNull();
	});
});
