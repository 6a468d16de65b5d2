import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examined } from './examined.ts';
import { importInto } from './import-into.ts';
import { snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Parts = Readonly<{ day: number; month: number; year: number }>;

const orders = {
	'day-month-year': ({ day, month, year }: Parts, mark: string) => [day, month, year].join(mark),
	'month-day-year': ({ day, month, year }: Parts, mark: string) => [month, day, year].join(mark),
} as const;
const visits = fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), month: fc.integer({ min: 1, max: 12 }), year: fc.integer({ min: 2015, max: 2024 }) }), { minLength: 1, maxLength: 5 });
const order = fc.constantFrom<keyof typeof orders>('day-month-year', 'month-day-year');
const mark = fc.constantFrom('/', '.', '-', ' ');

describe('dates written in one order', () => {
	test('are read in that order or asked about, and asked about only where no day tells', async () => {
		expect.hasAssertions();
		await fc.assert(
			fc.asyncProperty(visits, order, mark, async (dates, written, sign) => {
				const lines = dates.map((date) => `P1,knee pain,${orders[written](date, sign)},5`);
				const { mapping, questions } = await examined('a.csv', ['patient_id,condition,session_date,pain_before', ...lines]);
				const open = dates.every(({ day }) => day <= 12);
				expect({ order: mapping.dates?.order, questions: questions.length }).toEqual(open ? { order: undefined, questions: 1 } : { order: written, questions: 0 });
			}),
			{ numRuns: 25, seed: 5 },
		);
	});
});

describe('a file in the spelling of another country', () => {
	test('gives the visits that it gives in the canonical one', async () => {
		expect.hasAssertions();
		const visit = fc.record({ day: fc.integer({ min: 13, max: 28 }), month: fc.integer({ min: 1, max: 12 }), tenths: fc.integer({ min: 0, max: 100 }) });
		await fc.assert(
			fc.asyncProperty(fc.uniqueArray(visit, { minLength: 1, maxLength: 6, selector: ({ day, month }) => day * 100 + month }), async (drawn) => {
				const two = (value: number) => String(value).padStart(2, '0');
				const canonical = drawn.map(({ day, month, tenths }) => `P1,knee pain,2024-${two(month)}-${two(day)},${(tenths / 10).toFixed(1)}`);
				const german = drawn.map(({ day, month, tenths }) => `P1;Knieschmerz;${day}.${month}.24;${(tenths / 10).toFixed(1).replace('.', ',')}`);
				const [plain, other] = [await temporaryFolder(), await temporaryFolder()];
				await importInto(plain, { 'a.csv': ['patient_id,condition,session_date,pain_before', ...canonical] });
				await importInto(other, { 'a.csv': ['Kürzel;Diagnose;Datum;Schmerz vorher', ...german] }, { acceptProposals: true, mapping: { name: 'given', columns: {}, values: {}, dates: { order: 'day-month-year' } } });
				expect(await snapshotVisits(other)).toEqual(await snapshotVisits(plain));
			}),
			{ numRuns: 6, seed: 6 },
		);
	});
});
