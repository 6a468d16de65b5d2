import { describe, expect, test } from 'vitest';
import { draw, drawBoth } from '#lib/charts/draw.server.ts';
import { codebook } from '#lib/codebook/schema.ts';
import { prognosisChart } from '#lib/questions/prognosis/chart.ts';
import { referralChart } from '#lib/questions/prognosis/referral-chart.ts';
import { referralGroups, referralLabel, referralNotes, referralTable } from '#lib/questions/prognosis/referral-words.ts';
import type { PrognosisGroup, PrognosisLandmark } from '#lib/questions/prognosis/result.ts';
import { chancesOf, isShown, prognosisLabel, prognosisMargin, prognosisNotes, prognosisReadings, prognosisTable } from '#lib/questions/prognosis/words.ts';

const hostile = '"><script>alert(1)</script>&amp;';

function landmark(session: number, n: number | null, estimates: readonly (number | null)[]): PrognosisLandmark {
	const within = [1, 2, 4].map((sessions, index) => {
		const estimate = estimates[index] ?? null;
		return { sessions, ifContinued: estimate === null ? null : { estimate, lower: estimate - 0.02, upper: estimate + 0.02 }, asItWent: null, seen: null };
	});
	return { session, n, within, referral: null, suppressed: n === null };
}

const group: PrognosisGroup = {
	condition: 'made-up',
	threshold: 'at least 30 % less pain',
	episodes: 400,
	of: 'able',
	landmarks: [landmark(1, 300, [0.15, 0.3, 0.5]), landmark(2, null, []), landmark(3, 90, [0.03, 0.05, 0.08]), landmark(4, 40, [])],
	reevaluate: { session: 3, n: 90, level: 0.1, within: 4, chance: { estimate: 0.08, lower: 0.06, upper: 0.1 }, certain: false, referred: null, note: 'Of 90 courses, re-evaluate.' },
	notEstimable: null,
};
const named = { group, name: 'Made-up pain' };
const never = { group: { ...group, reevaluate: null }, name: 'Other pain' };

const charts = { alone: drawBoth((size) => prognosisChart([named], size), hostile), several: drawBoth((size) => prognosisChart([named, { ...never, name: hostile }], size), hostile) };

describe.each(Object.entries(charts))('the chart of the prognosis, %s', (_, { wide, narrow }) => {
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

test('what is withheld has no mark', () => {
	expect(chancesOf(group).map(({ session }) => session)).toEqual([1, 1, 1, 3, 3, 3]);
	expect(charts.alone.wide?.svg).toContain('var(--withheld)');
	expect(isShown({ name: '', group: { ...group, landmarks: [landmark(1, null, [])] } })).toBe(false);
});

test('the session to re-evaluate after is marked only where there is one', () => {
	expect(charts.alone.wide?.svg).toContain('re-evaluate after session 3');
	expect(draw(prognosisChart([never], 'wide'), '').svg).not.toContain('re-evaluate after');
});

test('the name of the figure holds the numbers and the note', () => {
	for (const words of ['Synthetic data.', 'after session 3, 8\u00a0% (6 to 10\u00a0%) within the next 4 sessions', 'Of 90 courses that went on after session 3 without a response (at least 30 % less pain), an estimated 8.0 %']) expect(prognosisLabel([named], true)).toContain(words);
});

test('the notes say for whom no session is named', () => {
	const notes = prognosisNotes([named, never], [named, never]).join(' ');
	for (const words of ['Made-up pain: Of 90 courses', 'No chance of Other pain that can be shown stays below 10\u00a0%', 'withheld', 'After session 3 no chance can be shown.']) expect(notes).toContain(words);
});

test('a reading gives no number for a withheld session', () => {
	expect(prognosisReadings(named)[1]?.values.every(({ value }) => value === null)).toBe(true);
	expect(prognosisReadings(named)[1]?.context).toContain('withheld');
});

test('the table says what is withheld and what is not known', () => {
	expect(prognosisTable([named]).rows[1]).toEqual(['2', 'withheld', 'withheld', 'withheld', 'withheld']);
	expect(prognosisTable([named]).rows[3]).toEqual(['4', '40', '–', '–', '–']);
});

test('the margin gives the last chance within four sessions', () => {
	expect(prognosisMargin(named)[0]?.figure).toBe('8\u00a0%');
});

const share = (count: number, n: number) => ({ count, n, estimate: count / n, lower: count / n - 0.02, upper: count / n + 0.03 });
const referring = { group: { ...group, landmarks: [{ ...landmark(1, 300, []), referral: { ...share(60, 300), reasons: [{ reason: 'scan', ...share(40, 300) }, { reason: 'unheard-of', ...share(20, 300) }] } }, { ...landmark(3, 90, []), referral: { ...share(18, 90), reasons: null } }] }, name: 'Made-up pain' };
const words = codebook.parse({ dischargeReasons: [{ id: 'scan', label: 'Sent for a scan', course: 'referred' }] });
const referrals = referralGroups([referring, never], words);

test('referrals are drawn with their reasons by the labels of the codebook, finite and without style', () => {
	const { wide, narrow } = drawBoth((size) => referralChart(referrals, size), hostile);
	expect([wide?.width, narrow.width]).toEqual([860, 344]);
	for (const name of ['Made-up pain', 'after session 1', 'Sent for a scan', 'unheard-of', 'after session 3']) expect(wide?.svg).toContain(name);
	expect(`${wide?.svg}${narrow.svg}`).not.toMatch(/NaN|undefined|Infinity|<style|style=|<script|(fill|stroke)="#/);
});

test('the words of referrals hold the numbers, and say who is withheld', () => {
	expect(referralLabel(referrals, true)).toContain('Synthetic data. ');
	expect(referralLabel(referrals, false)).toContain('after session 1: 20\u00a0% (18 to 23\u00a0%); Sent for a scan: 13\u00a0%');
	expect(referralTable(referrals).rows).toEqual([['1', 'any', '60 of 300', '20\u00a0% (18 to 23\u00a0%)'], ['1', 'Sent for a scan', '40 of 300', '13\u00a0% (11 to 16\u00a0%)'], ['1', 'unheard-of', '20 of 300', '7\u00a0% (5 to 10\u00a0%)'], ['3', 'any', '18 of 90', '20\u00a0% (18 to 23\u00a0%)']]);
	const notes = referralNotes([referring, never], referrals).join(' ');
	for (const said of ['they are withheld: too few patients', 'Withheld altogether, too few patients: Other pain.']) expect(notes).toContain(said);
});

test('nothing is drawn where no referral may be told', () => expect(referralGroups([never], words)).toEqual([]));
