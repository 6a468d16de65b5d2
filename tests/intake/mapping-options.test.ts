import { describe, expect, test } from 'vitest';
import type { Mapping } from '#lib/server/intake/mapping.ts';
import { withOptions } from '../../scripts/cli/mapping-options.ts';
import { importInto } from './import-into.ts';
import { snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const none: Mapping = { name: 'none', columns: {}, values: {} };
const header = 'patient_id,condition,session_date,pain_before,weekly_distance_km';

describe('an option', () => {
	test.each<[string, Parameters<typeof withOptions>[1], string, Record<string, unknown>]>([
		['--dates dmy', { dates: 'dmy' }, 'P1,knee pain,04/05/2025,5,', { month: '2025-05' }],
		['--dates mdy', { dates: 'mdy' }, 'P1,knee pain,04/05/2025,5,', { month: '2025-04' }],
		['--two-digit-years', { dates: 'ymd', 'two-digit-years': '30' }, 'P1,knee pain,25-04-05,5,', { month: '2025-04' }],
		['--decimal comma', { decimal: 'comma' }, 'P1,knee pain,2025-04-05,"5,25",', { pain: 5.25 }],
		['--unit', { unit: ['pain_before=points-of-100'] }, 'P1,knee pain,2025-04-05,73,', { pain: 7.3 }],
		['--beside', { beside: ['pain_before=zwetsch', 'pain_before=~'] }, 'P1,knee pain,2025-04-05,7 zwetsch,', { pain: 7 }],
		['--months', { months: 'hr' }, 'P1,knee pain,5. lis 2025,7,', { month: '2025-10' }],
		['--whole-ids', { 'whole-ids': 'yes' }, '101.0,knee pain,2025-04-05,7,', { patient: '101' }],
	])('%s says how values are written', async (_, options, line, expected) => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': [header, line] }, { mapping: withOptions(none, options) });
		expect(await snapshotVisits(folder)).toMatchObject([expected]);
	});

	test('--constant gives what no column says', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': ['patient_id,session_number,pain_before', 'P1,1,5'] }, { mapping: withOptions(none, { constant: ['condition=knee pain'] }) });
		expect(await snapshotVisits(folder)).toMatchObject([{ condition: 'knee-pain' }]);
	});

	test('--missing says which words stand for no value, and no others are taken for such', async () => {
		const lines = ['patient_id,condition,session_number,pain_before,pain_after', 'P1,knee pain,1,5,-99', 'P1,knee pain,2,keine,NA'];
		const { accepted, rejected, notes } = await importInto(await temporaryFolder(), { 'a.csv': lines }, { mapping: withOptions(none, { missing: ['-99', 'Keine'] }) });
		expect({ accepted, rejected, notes }).toEqual({ accepted: 1, rejected: 1, notes: [] });
	});

	test('--skip says where the header is, and lines keep their numbers', async () => {
		const folder = await temporaryFolder();
		const { refusals } = await importInto(folder, { 'a.csv': ['one', '', header, 'P1,knee pain,2025-04-05,5,', 'P1,knee pain,2025-04-06,11,'] }, { mapping: withOptions(none, { skip: '2' }) });
		expect({ refusals, visits: (await snapshotVisits(folder)).length }).toMatchObject({ refusals: [{ first: 'a.csv:5' }], visits: 1 });
	});

	test('takes the place of what the mapping says, and leaves the rest', () => {
		const map: Mapping = { ...none, dates: { order: 'day-month-year', pivot: 30 }, scale: { pain_before: 2, cost: 3 } };
		expect(withOptions(map, { dates: 'mdy', unit: ['cost=cents'] })).toEqual({ ...none, dates: { order: 'month-day-year', pivot: 30 }, scale: { pain_before: 2 }, units: { cost: 'cents' } });
	});

	test.each<[Parameters<typeof withOptions>[1], string]>([
		[{ dates: 'european' }, '--dates must be dmy or mdy or ymd: european'],
		[{ decimal: ';' }, '--decimal must be comma or point: ;'],
		[{ 'two-digit-years': '250' }, '--two-digit-years must be a whole number up to 100: 250'],
		[{ unit: ['cost'] }, '--unit must be COLUMN=VALUE: cost'],
		[{ unit: ['cost=pounds'] }, 'options: units.cost must be one of currency, cents: pounds'],
		[{ constant: ['pain=5'] }, 'options: constants.pain must be a canonical column: pain'],
		[{ beside: ['cost'] }, '--beside must be COLUMN=VALUE: cost'],
		[{ beside: ['condition=~'] }, 'options: beside.condition must be a column of numbers: condition'],
		[{ months: 'xx' }, '--months must be en or de or fr'],
		[{ skip: 'two' }, '--skip must be a whole number up to 1000: two'],
	])('that says nothing, as %j, is refused', (options, message) => {
		expect(() => withOptions(none, options)).toThrow(message);
	});
});

describe('a word of the codebook with accents', () => {
	test('is read as that word, and that is said', async () => {
		const folder = await temporaryFolder();
		const { notes } = await importInto(folder, { 'a.csv': ['patient_id,condition,session_number,pain_before', 'P1,Plantar fasciïtis,1,5'] });
		expect({ notes, visits: await snapshotVisits(folder) }).toMatchObject({ notes: ['a.csv: condition: words are read as words of the codebook that differ in accents alone (1)'], visits: [{ condition: 'plantar-fasciitis' }] });
	});

	test('is left to the checks where two entries could be meant', async () => {
		const { outcome, notes } = await importInto(await temporaryFolder(), { 'a.csv': ['patient_id,condition,session_number,pain_before', 'P1,Plantar fasçiitos,1,5'] });
		expect({ outcome, notes }).toEqual({ outcome: 'refused', notes: [] });
	});
});
