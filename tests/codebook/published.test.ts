import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { extendCodebook } from '#lib/codebook/extend-codebook.ts';
import { onRange } from '#lib/codebook/on-range.ts';

const conditionOf = (id: string, codebook = defaultCodebook) => {
	const found = codebook.conditions.find((each) => each.id === id);
	if (found === undefined) throw new Error(`no condition ${id}`);
	return found;
};
const course = {
	id: 'made-up-2020',
	label: 'made up',
	measures: ['nprs'],
	scale: { minimum: 0, maximum: 100 },
	weeksFrom: 'the first visit',
	points: [
		{ week: 0, mean: 60, lower: 50, upper: 70 },
		{ week: 6, mean: 40, lower: 30, upper: 50 },
	],
	setting: 'nobody',
	citation: 'Made Up. J Nothing 2020;1:1',
};
const trial = { id: 'made-up-2021', label: 'Made up 2021', design: 'trial', participants: 10, outcome: 'pain', comparator: 'sham', time: 'at once', effect: { kind: 'points', measures: ['nprs'], scale: { minimum: 0, maximum: 10 }, estimate: -1, lower: -2, upper: 0 }, quality: 'none', citation: 'Made Up. J Nothing 2021;1:1' };
const extended = (property: 'naturalCourse' | 'persistence' | 'trials', entries: readonly object[]) => extendCodebook(defaultCodebook, [{ conditions: [{ id: 'hip-pain', [property]: entries }] }]);

describe('what the default codebook says is published', () => {
	test('is cited with its year, and with a DOI, a PMID or a page', () => {
		const citations = defaultCodebook.conditions.flatMap(({ naturalCourse, persistence, trials }) => [...naturalCourse, ...persistence, ...trials].map(({ citation }) => citation));
		expect(citations.length).toBeGreaterThan(10);
		expect(citations.filter((citation) => !/\b(19|20)\d\d;/u.test(citation))).toEqual([]);
	});

	test('holds the course of acute low back pain as its source has it, 52 to 6 of 100 in a year', () => {
		const acute = conditionOf('low-back-pain').naturalCourse.find(({ label }) => label === 'acute');
		expect(acute?.points.map(({ week, mean, lower, upper }) => [week, mean, lower, upper])).toEqual([
			[0, 52, 48, 57],
			[6, 23, 21, 25],
			[26, 12, 9, 15],
			[52, 6, 3, 10],
		]);
	});

	test('holds no course where none is published', () => {
		expect(['hip-pain', 'shin-splints'].flatMap((id) => [...conditionOf(id).naturalCourse, ...conditionOf(id).persistence])).toEqual([]);
	});
});

describe('a clinic’s own codebook', () => {
	test('puts its courses in the place of those there are', () => {
		expect(conditionOf('hip-pain', extended('naturalCourse', [course])).naturalCourse.map(({ id }) => id)).toEqual(['made-up-2020']);
	});

	test.each<[string, Parameters<typeof extended>, string]>([
		['an unknown measure of a course', ['naturalCourse', [{ ...course, measures: ['mood'] }]], 'naturalCourse "made-up-2020" measures must be in measures: mood'],
		['an unknown measure of a trial', ['trials', [{ ...trial, effect: { ...trial.effect, measures: ['mood'] } }]], 'trials "made-up-2021" measures must be in measures: mood'],
		['a scale upside down', ['naturalCourse', [{ ...course, scale: { minimum: 100, maximum: 0 } }]], 'naturalCourse "made-up-2020" scale minimum must be below maximum: 100, 0'],
		['a mean off its scale', ['naturalCourse', [{ ...course, points: [course.points[0], { week: 6, mean: 101, lower: 90, upper: 102 }] }]], 'naturalCourse "made-up-2020" points must lie within 0 to 100, the mean in its interval: week 6'],
		['a mean outside its interval', ['naturalCourse', [{ ...course, points: [course.points[0], { week: 6, mean: 20, lower: 30, upper: 50 }] }]], 'points must lie within 0 to 100, the mean in its interval: week 6'],
		['weeks out of order', ['naturalCourse', [{ ...course, points: course.points.toReversed() }]], 'naturalCourse "made-up-2020" points must be in the order of their weeks: 0'],
		['shares out of order', ['persistence', [{ id: 'x', what: 'hurt', weeksFrom: 'birth', shares: [{ week: 52, percent: 10 }, { week: 26, percent: 5 }], setting: 'nobody', citation: 'x' }]], 'persistence "x" shares must be in the order of their weeks: 26'],
		['an estimate outside its interval', ['trials', [{ ...trial, effect: { ...trial.effect, estimate: 3 } }]], 'trials "made-up-2021" estimate must lie in its interval: 3, -2 to 0'],
		['an interval upside down', ['trials', [{ ...trial, effect: { ...trial.effect, estimate: null, lower: 2 } }]], 'trials "made-up-2021" estimate must lie in its interval: null, 2 to 0'],
		['a difference beyond the scale', ['trials', [{ ...trial, effect: { ...trial.effect, lower: -20 } }]], 'trials "made-up-2021" interval must be at most 10 from 0: -20 to 0'],
		['an id given twice', ['trials', [trial, trial]], 'conditions "hip-pain" trials must have one entry with the id: made-up-2021'],
		['a course of one point', ['naturalCourse', [{ ...course, points: course.points.slice(1) }]], 'naturalCourse[0].points must be at least 2'],
		['a course without a source', ['naturalCourse', [{ ...course, citation: '' }]], 'naturalCourse[0].citation must not be empty'],
	])('is refused for %s', (_, parameters, message) => {
		expect(() => extended(...parameters)).toThrow(message);
	});
});

test('a value keeps its place when it is put onto another range', () => {
	expect(onRange(23, { minimum: 0, maximum: 100 }, { minimum: 0, maximum: 10 })).toBeCloseTo(2.3, 12);
	expect(onRange(5, { minimum: 0, maximum: 10 }, { minimum: 20, maximum: 40 })).toBe(30);
});
