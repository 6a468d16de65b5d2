import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { drawBoth } from '#lib/charts/draw.server.ts';
import { roundedPercent } from '#lib/charts/rounded-percent.ts';
import { fatesChart } from '#lib/questions/records/fates-chart.ts';
import { fatesLabel, fatesOf, fatesSentence, fatesTable } from '#lib/questions/records/fates-words.ts';
import { findingsChart } from '#lib/questions/records/findings-chart.ts';
import { changesOf, findingsLabel, findingsSentence, findingsTable, flagsOf, refusalsOf } from '#lib/questions/records/findings-words.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';
import { visitsChart } from '#lib/questions/records/visits-chart.ts';
import { freshnessSentence, newestMonth, reachTable, visitsLabel, visitsNotes, visitsTable } from '#lib/questions/records/visits-words.ts';

const hostile = '"><script>alert(1)</script>&amp;';
const file = (importId: string, name: string, read: number, duplicates: number, rejected: number) => ({ importId, importedAt: `2026-0${importId}-01T08:00:00Z`, file: name, sha256: 'abcdef0123456789', read, accepted: read - duplicates - rejected, duplicates, rejected });
const months = (...visits: (number | null)[]) => visits.map((n, i) => ({ month: `2024-0${i + 1}`, visits: n }));

const result: RecordsResult = {
	patients: 900,
	datePrecision: 'month',
	vocabulary: { condition: [], protocol: [], clinic: [], therapist: [], payer: [], sex: [], ageBand: [], chronicity: [], period: [], measure: [] },
	imports: [file('2', hostile, 50, 0, 0), file('1', 'old.csv', 10_000, 7, 3)],
	refusals: [
		{ importId: '1', field: 'cost', reason: 'cost must be 0 to 9', rows: 1 },
		{ importId: '1', field: 'record', reason: 'the warehouse holds 8 visits of it', rows: 3 },
		{ importId: '2', field: 'record', reason: 'the warehouse holds 5 visits of it', rows: 4 },
	],
	flags: [{ importId: '2', field: 'sex', rule: hostile, rows: null }, { importId: '1', field: 'protocol', rule: 'an episode has two protocols', rows: 30 }],
	changes: [{ importId: '2', field: 'pain_before', visits: 12 }],
	visits: [{ clinic: 'ash', months: months(0, 30, 0, 25) }, { clinic: hostile, months: months(40, null, 12, 0) }, { clinic: 'not-recorded', months: months(20, 20, 20, 20) }],
	snapshots: [],
	codebook: defaultCodebook,
};

const many = Array.from({ length: 40 }, (_, i) => file('1', `export-${i}.csv`, 100, 0, 1));
const charts = {
	'the fates': drawBoth((size) => fatesChart(fatesOf(result.imports), size), hostile),
	'the reasons': drawBoth((size) => findingsChart(refusalsOf(result), size), hostile),
	'what is odd': drawBoth((size) => findingsChart(flagsOf(result), size), hostile),
	'the visits': drawBoth((size) => visitsChart(result.visits, size), hostile),
	'no visits': drawBoth((size) => visitsChart([], size), hostile),
};

describe.each(Object.entries(charts))('the chart of %s', (_, { wide, narrow }) => {
	test('is drawn for a wide page and for a phone', () => expect([wide?.width, narrow.width]).toEqual([860, 344]));

	test('holds nothing that a strict content security policy refuses, nor a colour of its own', () => {
		expect(`${wide?.svg}${narrow.svg}`).not.toMatch(/<style|style=|<script|(fill|stroke)="#/);
	});

	test('draws every number at a finite place', () => expect(`${wide?.svg}${narrow.svg}`).not.toMatch(/NaN|undefined|Infinity/));
});

describe('the fates of records', () => {
	test('are summed over all files and told of each', () => {
		expect(fatesOf(result.imports).map(({ read, accepted, duplicates, rejected }) => [read, accepted, duplicates, rejected])).toEqual([[10_050, 10_040, 7, 3], [50, 50, 0, 0], [10_000, 9990, 7, 3]]);
		expect(fatesTable(result.imports).rows.map((row) => row.slice(3))).toEqual([['50', '50', '0', '0'], ['10,000', '9,990', '7', '3'], ['10,050', '10,040', '7', '3']]);
	});

	test('of many files are drawn of the latest, and of the others together', () => {
		expect(fatesOf(many).map(({ name, read }) => [name, read]).filter(([name]) => !String(name).startsWith('export'))).toEqual([['All 40 files', 4000], ['28 earlier files', 2800]]);
		expect(fatesTable(many).rows).toHaveLength(41);
	});

	test('are said in a sentence whose numbers add up', () => {
		expect(fatesSentence(result.imports)).toBe('10,050 records read from 2 files = 10,040 accepted + 7 duplicates + 3 refused: under 1\u00a0% refused.');
		expect(fatesSentence([])).toBe('No record has been read.');
		expect(fatesLabel(fatesOf(result.imports), true)).toMatch(/^Synthetic data\. .*old\.csv: 10,000 read, 9,990 accepted, 7 duplicates, 3 refused/);
	});
});

describe('findings', () => {
	test('that differ by numbers alone count together in the picture, and stand by import in the table', () => {
		expect(refusalsOf(result).rows).toEqual([{ field: 'record', words: 'the warehouse holds … visits of it', n: 7 }, { field: 'cost', words: 'cost must be 0 to 9', n: 1 }]);
		expect(findingsTable(result, refusalsOf(result), 'refusals').rows[1]).toEqual(['1 Jan 2026, 08:00 UTC', 'record', 'the warehouse holds 8 visits of it', '3']);
	});

	test('are said in a sentence, few cases without their number', () => {
		expect(findingsSentence(refusalsOf(result), 11)).toBe('2 reasons; most often: the warehouse holds … visits of it (7 records).');
		expect(findingsSentence(changesOf(result), 11)).toBe('1 field: pain before (12 visits).');
		expect(findingsSentence({ ...flagsOf(result), rows: flagsOf(result).rows.slice(1) }, 11)).toBe(`1 odd thing: ${hostile} (fewer than 11 cases).`);
		expect(findingsLabel(flagsOf(result), false)).toContain('an episode has two protocols: 30; ');
	});

	test('are withheld in the table where they are in the picture', () => {
		expect(findingsTable(result, flagsOf(result), 'flags').rows.map((row) => row[3])).toEqual(['withheld', '30']);
	});
});

describe('how fresh the records are', () => {
	test('goes by the newest month with a visit, and says who is behind and where a month lacks', () => {
		expect(newestMonth(result.visits)).toBe('2024-04');
		expect(freshnessSentence(result)).toBe(`The newest visits are of Apr 24; ${hostile} ends in Mar 24. The last file was imported on 1 Feb 2026, 08:00 UTC. Without a visit between their first and their last: ash in 1 month (Mar 24).`);
		expect(visitsLabel(result, true)).toMatch(/^Synthetic data\. /);
	});

	test('stands by clinic in a table, a withheld month as one with visits', () => {
		expect(reachTable(result.visits).rows).toEqual([['ash', 'Apr 24', '0', '1'], [hostile, 'Mar 24', '1', '0'], ['clinic not recorded', 'Apr 24', '0', '0']]);
	});

	test('is told by year where no month is kept', () => {
		const years = [{ clinic: 'ash', months: [{ month: '2023', visits: 20 }, { month: '2024', visits: 0 }, { month: '2025', visits: 30 }] }];
		expect(freshnessSentence({ ...result, visits: years })).toContain('ash in 1 year (2024).');
		expect([visitsTable(years).columns[0], reachTable(years).columns[2]]).toEqual(['Year', 'Years behind']);
	});

	test('cannot be told where no month is recorded', () => {
		expect(freshnessSentence({ ...result, visits: [{ clinic: 'ash', months: [{ month: 'not-recorded', visits: 40 }] }] })).toMatch(/^The records tell no month of a visit\./);
		expect(newestMonth([])).toBeNull();
	});

	test('has its visits in a table, the newest month first, and says what a dot is', () => {
		expect(visitsTable(result.visits).rows[2]).toEqual(['Feb 24', '30', 'withheld', '20']);
		expect(visitsNotes(result.visits).join(' ')).toContain('A dot is withheld: too few patients');
	});
});

test('a share is rounded to none or all only where it is', () => {
	expect([0, 0.001, 0.314, 0.999, 1].map(roundedPercent)).toEqual(['0\u00a0%', 'under 1\u00a0%', '31\u00a0%', 'over 99\u00a0%', '100\u00a0%']);
});
