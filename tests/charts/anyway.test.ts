import { describe, expect, test } from 'vitest';
import { draw } from '#lib/charts/draw.server.ts';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { condition as schema, type Condition } from '#lib/codebook/schema.ts';
import { trialsFigures } from '#lib/figures/trials-figure.server.ts';
import { anywaySentence, anywaySources, drawnNotes } from '#lib/questions/recovery/anyway-words.ts';
import { recoveryChart } from '#lib/questions/recovery/chart.ts';
import { recoveryLabel, recoveryReadings, recoveryTable } from '#lib/questions/recovery/figure-words.ts';
import { coursesWithin, publishedCourses } from '#lib/questions/recovery/published-courses.ts';
import type { RecoveryGroup } from '#lib/questions/recovery/result.ts';
import { trialsChart } from '#lib/questions/recovery/trials-chart.ts';
import { publishedDifferences, trialsMargin, trialsNotes, trialsSentence, trialsTable } from '#lib/questions/recovery/trials-words.ts';
import { group, lefs, pain, point, recovery, suppressed } from './rows.ts';

const scale = { minimum: 0, maximum: 100 };
const published = { weeksFrom: 'the onset', setting: '300 people', citation: 'Made Up. J Nothing 2020;1:1' };
const trial = { design: 'randomised trial', participants: 84, outcome: 'pain', comparator: 'sham', time: 'after six weeks', quality: 'low certainty', citation: 'Other. J Nothing 2021;2:2' };
const condition = schema.parse({
	id: 'made-up',
	label: 'Made up',
	naturalCourse: [{ ...published, id: 'a', label: 'acute', measures: ['nprs'], scale, points: [{ week: 0, mean: 52, lower: 48, upper: 57 }, { week: 2, mean: 40, lower: 30, upper: 50 }, { week: 6, mean: 23, lower: 21, upper: 25 }] }],
	persistence: [{ ...published, id: 'b', what: 'still had it', shares: [{ week: 52, percent: 80 }, { week: 520, percent: 45.6 }] }],
	trials: [
		{ ...trial, id: 'c', label: 'Sham 2014', effect: { kind: 'points', measures: ['nprs'], scale: { minimum: 0, maximum: 20 }, estimate: -2.8, lower: -4.6, upper: -1 } },
		{ ...trial, id: 'd', label: 'Interval 2024', effect: { kind: 'points', measures: ['nprs'], scale: { minimum: 0, maximum: 10 }, estimate: null, lower: -0.7, upper: 0.1 } },
		{ ...trial, id: 'e', label: 'Standard 2018', effect: { kind: 'standardised', estimate: -1.06, lower: -1.77, upper: -0.36 } },
		{ ...trial, id: 'f', label: 'Told 2025', effect: { kind: 'told', text: 'from 7 to 2, and from 7 to 7' } },
	],
});
const bare: Condition = schema.parse({ id: 'bare', label: 'Bare' });
const byWeek: RecoveryGroup = { ...recovery, axis: 'weeks' };
const courses = coursesWithin(byWeek, publishedCourses(condition, pain));

describe('a published course', () => {
	test('is put onto the range of the measure', () => {
		expect(courses[0]?.points[1]).toEqual({ week: 2, mean: 4, lower: 3, upper: 5 });
	});

	test('is not put onto a measure that its source did not measure', () => {
		expect(publishedCourses(condition, lefs)).toEqual([]);
	});

	test('is never drawn by session number, nor where only its start would be seen', () => {
		expect(coursesWithin(recovery, publishedCourses(condition, pain))).toEqual([]);
		expect(coursesWithin({ ...group([point(1, 400, 6), point(2, 300, 5)]), axis: 'weeks' }, publishedCourses(condition, pain))).toEqual([]);
	});

	test.each(['wide', 'narrow'] as const)('is drawn and named on a %s chart, as far as the weeks go', (size) => {
		const { svg } = draw(recoveryChart(byWeek, pain, size, 5, courses), '');
		expect(svg).toMatch(size === 'wide' ? /4\.0 published, acute/u : /4\.0 acute/u);
		expect(svg).not.toMatch(/>2\.3/u);
		expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
	});

	test('is in the table, in the readout and in the name of the figure', () => {
		const table = recoveryTable(byWeek, 'Made up', pain, courses);
		expect([table.columns.at(-1), table.rows.map((row) => row.at(-1))]).toEqual(['Published, acute', ['5.2 (4.8 to 5.7)', '–', '4.0 (3.0 to 5.0)', '–', '–']]);
		expect(recoveryReadings(byWeek, courses)[2]?.values.at(-1)).toEqual({ label: 'published, acute', text: '4.0 (3.0 to 5.0)', value: 4, tone: 'ink' });
		expect(recoveryLabel(byWeek, 'Made up', pain, false, courses)).toContain('What might have happened anyway, published, acute: 5.2 after 0 weeks, 4.0 after 2 weeks, 2.3 after 6 weeks.');
	});

	test('comes with where it is from, what was done to it and what it does not show', () => {
		const notes = drawnNotes(courses, pain).join(' ');
		for (const said of ['people not treated as here', 'put from 0–100 onto 0–10', 'count from the onset', 'no effect of treatment', 'Made Up. J Nothing 2020;1:1']) expect(notes).toContain(said);
		expect(drawnNotes([], pain)).toEqual([]);
	});
});

describe('what might have happened anyway', () => {
	test('is told in numbers where it is published', () => {
		const sentence = anywaySentence(condition, publishedCourses(condition, pain), pain);
		expect(sentence).toContain('Published, acute: mean pain 5.2 at first, 4.0 after 2 weeks and 2.3 after 6 weeks.');
		expect(sentence).toContain('Published: 80\u00a0% still had it after a year and 46\u00a0% after 10 years.');
		expect(anywaySources(condition, publishedCourses(condition, pain))[0]).toBe('published, acute: 300 people; counted from the onset. Made Up. J Nothing 2020;1:1');
	});

	test('is said to be unknown where nothing is published', () => {
		expect(anywaySentence(bare, [], pain)).toContain('No published course of pain without this treatment is recorded for bare');
	});

	test('is always beside the warning that people come at their worst', () => {
		for (const each of [condition, bare]) expect(anywaySentence(each, publishedCourses(each, pain), pain)).toContain('part of any improvement comes by itself');
	});
});

describe('what trials found', () => {
	test('is drawn in points of the measure, and only what was published in points', () => {
		const differences = publishedDifferences(condition, pain);
		expect(differences.map(({ name, estimate, lower, upper }) => [name, estimate, lower, upper])).toEqual([
			['Sham 2014, after six weeks', -1.4, -2.3, -0.5],
			['Interval 2024, after six weeks', null, -0.7, 0.1],
		]);
		const { svg } = draw(trialsChart(differences, pain, 'wide'), '');
		expect(svg).toContain('−1.4 (−2.3 to −0.5)');
		expect(svg).not.toContain('Standard 2018');
	});

	test('points to the side that is better, whichever way the measure goes', () => {
		const differences = publishedDifferences(condition, pain);
		expect(draw(trialsChart(differences, pain, 'narrow'), '').svg).toContain('← better with the treatment');
		expect(draw(trialsChart(differences, lefs, 'narrow'), '').svg).toContain('better with the treatment →');
	});

	test('is all in the table, each on the scale that it can be told on', () => {
		expect(trialsTable(condition, pain).rows.map((row) => row[5])).toEqual(['−1.4 (−2.3 to −0.5) points', '−0.7 to +0.1 points', '−1.1 (−1.8 to −0.4) standard deviations', 'from 7 to 2, and from 7 to 7']);
		expect(trialsTable(condition, lefs).rows[0]?.[5]).toBe('−2.8 (−4.6 to −1.0) of 0–20');
		expect(trialsNotes(condition, pain).join(' ')).toContain('Only in the table: Standard 2018 (in standard deviations) and Told 2025.');
	});

	test('is kept apart from the change of these records, which stands beside the drawing and not in it', () => {
		expect(trialsMargin(recovery, pain)).toEqual([expect.objectContaining({ figure: '−2.4', text: expect.stringContaining('not to be set against the differences') })]);
		expect(trialsMargin(group([suppressed(1)]), pain)).toEqual([]);
		expect(trialsSentence(condition, pain)).toContain('cannot be compared directly');
	});

	test('is said to be missing where no trial is recorded', () => {
		expect(trialsSentence(bare, pain)).toBe('No trial of this treatment is recorded for bare.');
	});

	test('has a figure only where something can be drawn, and one that says it is not of these records', () => {
		const about = { measure: pain, codebook: { ...defaultCodebook, conditions: [condition, bare] }, sources: { recovery: '' } };
		expect(trialsFigures({ ...recovery, condition: 'made-up' }, about)).toMatchObject([{ own: { method: expect.stringContaining('as they were published') } }]);
		expect(trialsFigures({ ...recovery, condition: 'bare' }, about)).toEqual([]);
	});
});

test('names of lines stand beside a withheld end of a chart, not in it', () => {
	const withEnd = group([point(1, 400, 6), point(2, 300, 5), suppressed(3), suppressed(4)]);
	const { svg } = draw(recoveryChart(withEnd, pain, 'wide'), '');
	const bandEnd = Math.max(...[...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/gu)].map(([, x, width]) => Number(x) + Number(width)));
	const named = /<text[^>]*transform="translate\(([\d.]+),[\d.]+\)"[^>]*>(?:<tspan[^>]*>)?plain mean/u.exec(svg) ?? [];
	expect(bandEnd).toBeGreaterThan(600);
	expect(Number(named[1])).toBeGreaterThan(bandEnd);
});
