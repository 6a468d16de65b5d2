import { readFile } from 'node:fs/promises';
import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { importInto } from './import-into.ts';
import { snapshotRows, snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const header = 'patient_id,condition,session_number,session_date,pain_before,measure,score,side,episode_id,discharge_reason';

const row = fc
	.record({
		patient: fc.constantFrom('P1', 'P2', 'P3', '', '\t'),
		condition: fc.constantFrom('knee pain', 'Knee-Pain', 'hip pain', 'elbow'),
		number: fc.constantFrom('', '1', '2', '3', '2.5'),
		date: fc.constantFrom('', '2024-01-01', '2024-01-08', '2024-06-01', '2024-02-31'),
		pain: fc.constantFrom('', '5', '6', '11'),
		measure: fc.constantFrom('', '', 'NPRS', 'LEFS'),
		score: fc.constantFrom('', '', '5', '60'),
		side: fc.constantFrom('', '', 'left', 'right'),
		episode: fc.constantFrom('', '', 'E1'),
		discharge: fc.constantFrom('', '', 'completed'),
	})
	.map((each) => Object.values(each).join(','));
const oddLine = fc.constantFrom('', '  ', '# note', ',,,,,,,,,', 'P1,knee pain', '"P1', 'P1,"knee"x,1,,5,,,,,', `${'x,'.repeat(20)}x`, '"P9\n","knee\npain",1,,5,,,,,');
const file = fc.array(fc.oneof({ arbitrary: row, weight: 12 }, { arbitrary: oddLine, weight: 1 }), { minLength: 1, maxLength: 30 });

describe('an import of any files', () => {
	test('accounts for every record that it read, file by file', { timeout: 240_000 }, async () => {
		expect.hasAssertions();
		const folder = await temporaryFolder();
		await fc.assert(
			fc.asyncProperty(file, file, async (first, second) => {
				const report = await importInto(folder, { 'a.csv': [header, ...first], 'b.csv': [header, 'P1,knee pain,1,2024-01-01,5,,,,,', ...second] }, { dryRun: true });
				for (const each of report.files) expect(each.accepted + each.duplicates + each.rejected).toBe(each.read);
			}),
			{ numRuns: 40, seed: 11 },
		);
	});

	test('names the line of every refused record, and as many records as it counts', { timeout: 240_000 }, async () => {
		expect.hasAssertions();
		const folder = await temporaryFolder();
		await fc.assert(
			fc.asyncProperty(file, async (lines) => {
				const report = await importInto(folder, { 'a.csv': [header, 'P1,knee pain,1,2024-01-01,5,,,,,', ...lines] });
				const faults = report.quarantine === null ? [] : csvParse(await readFile(report.quarantine, 'utf8'));
				expect(new Set(faults.map(({ line }) => Number(line))).size).toBe(report.rejected);
			}),
			{ numRuns: 20, seed: 12 },
		);
	});
});

describe('the same content', () => {
	const columns = ['patient_id', 'condition', 'session_date', 'pain_before', 'measure', 'score', 'clinic'];
	const visit = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('knee pain', 'hip pain'), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 10 }));
	const visits = fc.uniqueArray(visit, { minLength: 3, maxLength: 25, selector: ([patient, condition, day]) => `${patient} ${condition} ${day}` });
	const cells = ([patient, condition, day, pain]: readonly [number, string, number, number]) => [`P${patient}`, condition, `2024-02-${String(day).padStart(2, '0')}`, String(pain), 'LEFS', String(pain * 8), 'North'];

	test('in another order and format publishes nothing', async () => {
		expect.hasAssertions();
		await fc.assert(
			fc.asyncProperty(visits, fc.integer(), async (drawn, seed) => {
				const folder = await temporaryFolder();
				const rows = drawn.map(cells);
				const shuffled = fc.sample(fc.shuffledSubarray(rows, { minLength: rows.length }), { numRuns: 1, seed })[0] ?? [];
				await importInto(folder, { 'a.csv': [columns.join(','), ...rows.map((each) => each.join(','))] });
				const objects = shuffled.map((each) => JSON.stringify(Object.fromEntries(each.map((text, i) => [columns[i], text]))));
				const again = await importInto(folder, { 'a.ndjson': objects.slice(0, 2), 'b.csv': [[...columns].reverse().join(';'), ...shuffled.slice(2).map((each) => [...each].reverse().join(';'))] });
				expect(again).toMatchObject({ outcome: 'unchanged', rejected: 0 });
			}),
			{ numRuns: 8, seed: 13 },
		);
	});

	test('with one more visit is published', async () => {
		const folder = await temporaryFolder();
		const lines = [columns.join(','), 'P1,knee pain,2024-01-01,5,,,', 'P1,knee pain,2024-01-08,4,,,'];
		await importInto(folder, { 'a.csv': lines });
		expect(await importInto(folder, { 'a.csv': [...lines, 'P1,knee pain,2024-01-15,3,,,'] })).toMatchObject({ outcome: 'published', sessions: 3 });
	});

	test('with one value changed takes the place of what was there', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': [columns.join(','), 'P1,knee pain,2024-01-01,5,,,', 'P1,knee pain,2024-01-08,4,,,'] });
		await importInto(folder, { 'a.csv': [columns.join(','), 'P1,knee pain,2024-01-01,5,,,', 'P1,knee pain,2024-01-08,3,,,'] });
		expect((await snapshotVisits(folder)).map(({ pain }) => pain)).toEqual([5, 3]);
	});

	test('read by another codebook is published anew', async () => {
		const folder = await temporaryFolder();
		const files = { 'a.csv': [columns.join(','), 'P1,knee pain,2024-01-01,5,,,'] };
		const { snapshot } = await importInto(folder, files);
		const again = await importInto(folder, files, { codebook: { ...defaultCodebook, sexes: [] } });
		expect({ outcome: again.outcome, same: again.snapshot === snapshot, kept: (await snapshotRows(folder, 'SELECT sessions FROM snapshot'))[0] }).toEqual({ outcome: 'published', same: false, kept: { sessions: 1 } });
	});
});
