import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureOf } from '#lib/charts/measure.ts';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { courseSaid } from '#lib/evidence/course-said.ts';
import { evidenceSentence } from '#lib/evidence/evidence-sentence.ts';
import { recoverySaid } from '#lib/evidence/recovery-said.ts';
import { Refused } from '#lib/evidence/refused.ts';
import { causalWord } from '#lib/questions/claims/causal-words.ts';
import { recovery } from '../charts/rows.ts';
import { courses, curves } from './arbitrary.ts';

const measure = measureOf(defaultCodebook, null);
const snapshot = { id: '01M846Y9BA3WX0E558XW20D5S3', publishedAt: '2026-02-03T10:00:00Z', synthetic: false, sessions: 900, episodes: 300 };
const sentenceOf = (lead: string, rest: string, synthetic = false) => evidenceSentence({ whom: 'Knee pain', lead, rest, design: 'uncontrolled', period: 'in 2025', snapshot: { ...snapshot, synthetic } });

test('no sentence on records without a comparison claims a cause, whatever the numbers', () => {
	fc.assert(
		fc.property(courses, curves, ({ overview, followUp }, curve) => {
			const said = sentenceOf(recoverySaid(curve, measure).lead, courseSaid({ overview, followUp, measure, minimumCell: 11 }).sentence);
			expect(causalWord(said)).toBeUndefined();
			expect(said).toContain('patients reported');
			expect(said).toContain('There was no comparison group');
		}),
	);
});

test('a sentence holds the spread, those who did not improve and those of whom nothing is known, whatever the numbers', () => {
	fc.assert(
		fc.property(courses, ({ overview, followUp }) => {
			const { sentence } = courseSaid({ overview, followUp, measure, minimumCell: 11 });
			const unseen = followUp.n - followUp.count;
			expect(sentence).toContain('middle half of the changes');
			expect(sentence).toMatch(/did not improve|did not \(/u);
			expect(sentence.includes('is not known')).toBe(unseen > 0);
		}),
	);
});

test('the shares by size of change add up to all who were followed', () => {
	fc.assert(
		fc.property(courses, ({ overview, followUp }) => {
			const { keyNumbers } = courseSaid({ overview, followUp, measure, minimumCell: 11 });
			const countOf = (label: RegExp) => Number(/([\d,]+) of [\d,]+$/u.exec(keyNumbers.find((each) => label.test(each.label))?.text ?? '')?.[1]?.replaceAll(',', '') ?? Number.NaN);
			const counted = countOf(/of those scored again/u) + countOf(/Improved by less/u) + countOf(/No improvement/u);
			expect(overview.responders?.noBetter === null ? followUp.count : counted).toBe(followUp.count);
		}),
	);
});

test('a sentence names the period, the day of the records and the snapshot', () => {
	expect(sentenceOf('Patients reported less.', 'Some did not.')).toBe('Knee pain: patients reported less. Some did not. There was no comparison group; episodes begun in 2025, records of 3 Feb 2026, snapshot 01M846Y9BA3WX0E558XW20D5S3.');
});

test('made-up records say so before all else', () => {
	expect(sentenceOf('Patients reported less.', 'Some did not.', true)).toMatch(/^Synthetic data, not of any patient\. /u);
});

test('abbreviations keep their capitals after the colon', () => {
	expect(sentenceOf('NPRS scores fell.', '')).toContain('Knee pain: NPRS scores');
});

test('nothing is said of a course whose change is withheld', () => {
	const withheld = { episodes: 30, patients: 30, sessions: null, change: null, responders: null, completion: null, suppressed: false };
	expect(() => courseSaid({ overview: withheld, followUp: null, measure, minimumCell: 11 })).toThrow(Refused);
});

test('nothing is said of a course of which it is withheld who improved', () => {
	const change = { n: 90, mean: -2, lower: -3, upper: -1, firstMean: 6, lastMean: 4, q1: -3, median: -2, q3: -1 };
	const overview = { episodes: 100, patients: 100, sessions: null, change, responders: null, completion: null, suppressed: false };
	expect(() => courseSaid({ overview, followUp: { count: 90, n: 100 }, measure, minimumCell: 11 })).toThrow(/fewer than 11 patients/u);
});

test('a plain mean of those who stayed is never printed alone', () => {
	const alone = { ...recovery, notEstimable: 'too few scores', points: recovery.points.map((point) => ({ ...point, adjusted: null })) };
	expect(() => recoverySaid(alone, measure)).toThrow(/no curve accounts for those who left \(too few scores\)/u);
});
