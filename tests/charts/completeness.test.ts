import { describe, expect, test } from 'vitest';
import { draw, drawBoth } from '#lib/charts/draw.server.ts';
import { flowChart } from '#lib/questions/completeness/flow-chart.ts';
import { flowBoxes, flowLabel, flowNotes, flowSentence, flowTable } from '#lib/questions/completeness/flow-words.ts';
import { followUpChart } from '#lib/questions/completeness/follow-up-chart.ts';
import { followUpLabel, followUpMargin, followUpNotes, followUpSentence, followUpsOf, followUpTable, hasFollowUps, tellsByMonth } from '#lib/questions/completeness/follow-up-words.ts';
import { missingChart } from '#lib/questions/completeness/missing-chart.ts';
import { missingGrid, missingLabel, missingNotes, missingSentence, missingTable, missingTitle } from '#lib/questions/completeness/missing-words.ts';
import { periodName } from '#lib/charts/period-name.ts';
import type { CompletenessResult, Missing } from '#lib/questions/completeness/result.ts';
import { trustOf } from '#lib/questions/completeness/trust-words.ts';
import { unscoredChart } from '#lib/questions/completeness/unscored-chart.ts';
import { hasUnscored, unscoredMargin, unscoredNotes, unscoredOf, unscoredSentence, unscoredTable } from '#lib/questions/completeness/unscored-words.ts';
import { pain } from './rows.ts';

const hostile = '"><script>alert(1)</script>&amp;';
const share = (count: number, n: number) => ({ count, n, estimate: count / n, lower: count / n - 0.05, upper: count / n + 0.04 });
const missing = (field: string, count: number, visits = 400): Missing => ({ field, visits, missing: count, share: count / visits, suppressed: false });
const hidden = (field: string): Missing => ({ field, visits: null, missing: null, share: null, suppressed: true });

const result: CompletenessResult = {
	records: { read: 450, accepted: 400, duplicates: 1, rejected: 49 },
	flow: [{ step: 'episodes', n: 120 }, { step: 'baseline', n: null }, { step: 'followed', n: 90 }, { step: 'three-scores', n: 60 }, { step: 'discharge-reason', n: 30 }],
	followUp: share(90, 120),
	followUpBy: { clinic: [{ value: 'ash', share: share(50, 60), suppressed: false }, { value: hostile, share: null, suppressed: true }], month: [{ value: '2024-01', share: share(30, 40), suppressed: false }, { value: '2024-02', share: null, suppressed: true }] },
	fields: [missing('clinic', 0), missing('score', 40), hidden('payer'), missing('pain_after', 200)],
	fieldsBy: {
		clinic: [{ value: 'ash', fields: [missing('clinic', 0), missing('score', 1), missing('pain_after', 399), hidden('payer')] }, { value: hostile, fields: [missing('score', 39), hidden('pain_after')] }],
		month: [{ value: '2024-01', fields: [missing('score', 40), missing('pain_after', 200)] }],
	},
};

const boxes = flowBoxes(result);
const followUps = followUpsOf(result);
const grid = missingGrid(result, 'clinic', pain);
const unscored = unscoredOf(result);
const charts = {
	flow: drawBoth((size) => flowChart(boxes, size), hostile),
	'follow-up': drawBoth((size) => followUpChart(followUps, size), hostile),
	'visits without a score': drawBoth((size) => unscoredChart(unscored, size), hostile),
	'what is missing': drawBoth((size) => missingChart(grid, size), hostile),
	'what is missing by month': drawBoth((size) => missingChart(missingGrid(result, 'month', pain), size), hostile),
};

describe.each(Object.entries(charts))('the chart of %s', (_, { wide, narrow }) => {
	test('is drawn for a wide page and for a phone', () => expect([wide?.width, narrow.width]).toEqual([860, 344]));

	test('holds nothing that a strict content security policy refuses, nor a colour of its own', () => {
		expect(`${wide?.svg}${narrow.svg}`).not.toMatch(/<style|style=|<script|(fill|stroke)="#/);
	});

	test('draws every number at a finite place', () => expect(`${wide?.svg}${narrow.svg}`).not.toMatch(/NaN|undefined|Infinity/));

	test('has no places of sessions', () => expect(wide?.x).toEqual({}));
});

describe('the flow', () => {
	test('goes from the records read to the episodes, with who is left out on the way', () => {
		expect(boxes.map(({ n, lost }) => [n, lost.map((each) => each.n)])).toEqual([[450, []], [400, [1, 49]], [120, []], [null, [null]], [90, [null]], [60, [30]], [30, [30]]]);
		expect(boxes[4]?.share).toBe(0.75);
	});

	test('says in its name, notes and table what is withheld', () => {
		expect(flowLabel(boxes, true)).toMatch(/^Synthetic data\. .*records read: 450; 1 duplicate; 49 rejected; records accepted: 400/);
		expect(flowNotes(boxes).join(' ')).toContain('withheld: too few patients');
		expect(flowTable(boxes).rows[3]).toEqual(['With a score at session 1', 'withheld', '–', 'without a score at session 1: withheld']);
		expect(flowTable(boxes).rows[6]).toEqual(['With a discharge reason too', '30', '25\u00a0%', '30 without a discharge reason']);
	});
});

describe('the follow-up', () => {
	test('is given of all, by clinic and by month, with intervals', () => {
		expect(followUpTable(followUps).rows).toEqual([['All', '90 of 120', '75\u00a0% (70 to 79\u00a0%)'], ['ash', '50 of 60', '83\u00a0% (78 to 87\u00a0%)'], [hostile, 'withheld', 'withheld'], ['Jan 24', '30 of 40', '75\u00a0% (70 to 79\u00a0%)'], ['Feb 24', 'withheld', 'withheld']]);
		expect(followUpLabel(followUps, false)).toContain('All 75\u00a0% (70 to 79\u00a0%); ash 83');
		expect(followUpNotes(followUps).join(' ')).toContain('withheld: too few patients');
		expect(followUpMargin(followUps)).toMatchObject([{ figure: '75\u00a0%', unit: 'of 120 episodes' }]);
	});

	test('marks a withheld month, and is not drawn where all is withheld', () => {
		expect(draw(followUpChart(followUps, 'wide'), '').svg).toContain('var(--withheld)');
		expect(hasFollowUps({ groups: [{ name: 'All', share: null }], months: [] })).toBe(false);
		expect(followUpMargin({ groups: [{ name: 'All', share: null }], months: [] })).toEqual([]);
	});
});

describe('what is missing', () => {
	test('stands by field, that which lacks most first, all visits in the first column', () => {
		expect(grid.columns).toEqual(['all', 'ash', hostile]);
		expect(missingTable(grid).rows).toEqual([['pain after', '50\u00a0%', 'over 99\u00a0%', 'withheld'], ['NPRS score', '10\u00a0%', 'under 1\u00a0%', '10\u00a0%'], ['payer', 'withheld', 'withheld', '–']]);
	});

	test('names the fields that are always there, and what a dot is', () => {
		for (const words of ['Never missing, and so without a row: clinic.', 'A dot is withheld: too few patients.']) expect(missingNotes(grid).join(' ')).toContain(words);
		expect(missingLabel(grid, true)).toContain('Of all visits: pain after 50\u00a0%, NPRS score 10\u00a0%');
	});

	test('by month has the months for columns', () => {
		const months = missingGrid(result, 'month', pain);
		expect([missingTitle(months), months.columns]).toEqual(['What is not recorded, by field and month of the visit', ['all', 'Jan 24']]);
	});

	test('rounds no share to none or all that is neither', () => {
		const svg = draw(missingChart(grid, 'wide'), '').svg;
		expect(svg).toContain('&lt;1');
		expect(svg).toContain('&gt;99');
	});
});

test('a period is named as people say it', () => {
	expect(['2024-01', '2025-12', '2024', 'not-recorded'].map(periodName)).toEqual(['Jan 24', 'Dec 25', '2024', 'not recorded']);
});

describe('each figure is said in a sentence from its numbers', () => {
	test('the flow, as far as it may be told', () => {
		expect(flowSentence(result)).toBe('Of 120 episodes, 90 (75\u00a0%) have a score at session 1 and a later one, 60 (50\u00a0%) have three or more and 30 (25\u00a0%) have a discharge reason as well.');
		expect(flowSentence({ ...result, flow: [{ step: 'episodes', n: null }] })).toContain('withheld');
	});

	test('the follow-up, with its interval', () => {
		expect(followUpSentence(followUps)).toBe('90 of 120 episodes, 75\u00a0% (95\u00a0% interval 70 to 79\u00a0%), have a score at session 1 and a later one.');
		expect(followUpSentence({ groups: [{ name: 'All', share: null }], months: [] })).toContain('withheld');
	});

	test('what is missing, and between which groups it varies', () => {
		expect(missingSentence(grid)).toBe('Most often not recorded: pain after (50\u00a0%) and NPRS score (10\u00a0%); 1 of 4 fields are always there.');
		expect(missingSentence({ ...grid, columns: ['all', 'ash', 'birch'], rows: [{ field: 'payer', cells: [0.2, 0.1, 0.3].map((each) => ({ share: each, suppressed: false })) }] })).toContain('By clinic, payer is missing from 10\u00a0% (ash) to 30\u00a0% (birch).');
	});
});

describe('visits without a score', () => {
	test('are told of all, by clinic and by month', () => {
		expect(unscoredTable(unscored).rows).toEqual([['All', '400', '40', '10\u00a0%'], ['ash', '400', '1', 'under 1\u00a0%'], [hostile, '400', '39', '10\u00a0%'], ['Jan 24', '400', '40', '10\u00a0%']]);
		expect(unscoredSentence(unscored)).toBe(`10\u00a0% of visits have no score, by clinic from under 1\u00a0% (ash) to 10\u00a0% (${hostile}).`);
		expect(unscoredMargin(unscored)).toMatchObject([{ figure: '40', unit: 'of 400 visits' }]);
	});

	test('are withheld, and not drawn, where they are of few patients', () => {
		const few = unscoredOf({ ...result, fields: [hidden('score')], fieldsBy: { clinic: [], month: [{ value: '2024-01', fields: [hidden('score')] }] } });
		expect([hasUnscored(few), unscoredMargin(few), unscoredSentence(few)]).toEqual([false, [], 'How many visits have no score is withheld: too few patients.']);
		expect(unscoredNotes(few).join(' ')).toContain('withheld: too few patients');
		expect(unscoredTable(few).rows[0]).toEqual(['All', 'withheld', 'withheld', 'withheld']);
	});

	test('are none where each visit has one', () => {
		expect(unscoredSentence(unscoredOf({ ...result, fields: [missing('score', 0)] }))).toBe('Every visit has a score.');
	});
});

test('months are drawn only where a third of them may be told', () => {
	expect([tellsByMonth(followUps.months), tellsByMonth([]), tellsByMonth([...followUps.months, ...Array.from({ length: 5 }, () => ({ name: '', share: null }))])]).toEqual([true, false, false]);
});

describe('whether the figures can be trusted', () => {
	const sound = { ...result, records: { read: 1000, accepted: 999, duplicates: 0, rejected: 1 }, fields: [missing('score', 4)], followUp: { ...share(117, 120), lower: 0.93, upper: 0.991 } };

	test('is answered yes where little is lost, with the numbers behind it', () => {
		expect(trustOf(sound, false).sentence).toBe('Yes: 1 of the 1,000 records read was refused, 99\u00a0% of the 400 visits in the data have a score, and 98\u00a0% of the 120 episodes can tell of a change (95\u00a0% interval 93 to 99\u00a0%).');
		expect(trustOf(sound, false).weakest).toMatch(/^Most is lost where an episode has no first score or no later one: 3\u00a0%\. Below 5\u00a0%/);
	});

	test('goes by the largest loss', () => {
		expect(trustOf({ ...sound, fields: [missing('score', 60)] }, false)).toMatchObject({ sentence: expect.stringMatching(/^With care: /), weakest: expect.stringMatching(/visits have no score: 15\u00a0%/) });
		expect(trustOf({ ...sound, records: { read: 1000, accepted: 700, duplicates: 0, rejected: 300 } }, false)).toMatchObject({ sentence: expect.stringMatching(/^Only in part: 300 of/), weakest: expect.stringMatching(/refused: 30\u00a0%\. Above 20/) });
	});

	test('is said of made-up records to be for show', () => {
		expect(trustOf(sound, true).sentence).toMatch(/^Yes, and only to see how this works, since the records are made up: /);
	});

	test('is not answered where a number is withheld, or nothing was read', () => {
		expect(trustOf({ ...sound, followUp: null }, false)).toEqual({ sentence: expect.stringMatching(/^That cannot be said of so few patients: .*is withheld\.$/), weakest: null });
		expect(trustOf({ ...sound, records: { read: 0, accepted: 0, duplicates: 0, rejected: 0 } }, false).sentence).toMatch(/^There is nothing to trust yet/);
	});
});
