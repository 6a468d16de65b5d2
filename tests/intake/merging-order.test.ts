import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const header = 'patient_id,condition,side,episode_id,session_number,session_date,session_id,pain_before,measure,score,clinic,protocol,discharge_reason';

/** A course as a clinic would export it, each visit on a day of its own, one row a score. */
const course = fc
	.record({
		patient: fc.constantFrom('P1', 'P2', 'P3'),
		condition: fc.constantFrom('knee pain', 'hip pain'),
		side: fc.constantFrom('', 'left'),
		named: fc.boolean(),
		numbered: fc.boolean(),
		identified: fc.boolean(),
		visits: fc.array(fc.record({ pause: fc.constantFrom(3, 7, 14, 60, 120), pain: fc.integer({ min: 0, max: 10 }), clinic: fc.constantFrom('', 'North', 'South'), score: fc.constantFrom('', '40', '55'), discharge: fc.constantFrom('', '', '', 'completed') }), { minLength: 1, maxLength: 7 }),
	})
	.map(({ patient, condition, side, named, numbered, identified, visits }) => {
		let day = 0;
		let number = 0;
		const lines = visits.flatMap(({ pause, pain, clinic, score, discharge }, index) => {
			const restarts = !named && index > 0 && visits[index - 1]?.discharge === 'completed';
			day += restarts ? 120 : pause;
			number = restarts ? 1 : number + 1;
			const place = `${patient},${condition},${side},${named ? 'E1' : ''},${numbered ? number : ''},${date(day)},${identified ? `${patient}-${day}` : ''}`;
			const end = `${clinic},,${named && index < visits.length - 1 ? '' : discharge}`;
			return [`${place},${pain},,,${end}`, ...(score === '' ? [] : [`${place},,LEFS,${score},,,`])];
		});
		return { key: `${patient} ${condition} ${side} ${named}`, lines };
	});
const cohort = fc.uniqueArray(course, { minLength: 2, maxLength: 6, selector: ({ key }) => key }).map((courses) => courses.flatMap(({ lines }) => lines));

/** To which files each record goes: to one or, where exports overlap, to several. */
const split = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }), { minLength: 120, maxLength: 120 });

function date(day: number): string {
	return new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);
}

describe('records of any clinic, in any files and any order', () => {
	test('end in the snapshot that one import of everything makes', { timeout: 600_000 }, async () => {
		expect.hasAssertions();
		await fc.assert(
			fc.asyncProperty(cohort, split, fc.boolean(), async (records, places, together) => {
				const folder = await temporaryFolder();
				await importInto(folder, { 'a.csv': [header, ...records] });
				const once = await content(folder);
				const parts = [0, 1, 2].map((part) => records.filter((_, index) => places[index]?.includes(part))).filter((part) => part.length > 0);
				const warehouse = `${folder}/other/warehouse`;
				const keyFile = `${folder}/warehouse.key`;
				const files = parts.map((part, number) => ({ [`${number}.csv`]: [header, ...part] }));
				const rejected = [];
				for (const each of together ? [Object.assign({}, ...files)] : files) rejected.push((await importInto(folder, each, { warehouse, keyFile })).rejected);
				const ended = await content(`${folder}/other`);
				const { outcome } = await importInto(folder, { 'all.csv': [header, ...records] }, { warehouse, keyFile });
				expect({ content: ended, rejected: rejected.filter((count) => count > 0), outcome }).toEqual({ content: once, rejected: [], outcome: 'unchanged' });
			}),
			{ numRuns: 8, seed: 17, endOnFailure: true },
		);
	});
});

describe('records that disagree', () => {
	const cell = (...values: readonly string[]) => fc.constantFrom(...values);
	const record = fc
		.tuple(cell('P1', 'P2'), cell('', 'left'), cell('', '', 'E1'), cell('', '1', '2', '3'), cell('', '2023-01-02', '2023-01-09', '2023-01-09', '2023-06-01'), cell('', 'S1', 'S2'), cell('', '4', '5'), cell('', 'completed'))
		.map(([patient, side, episode, number, day, session, pain, discharge]) => `${patient},knee pain,${side},${episode},${number},${day},${session},${pain},,,,,${discharge}`);
	const file = fc.array(record, { minLength: 1, maxLength: 8 });

	test('never make the warehouse lose a visit, file after file', { timeout: 600_000 }, async () => {
		expect.hasAssertions();
		await fc.assert(
			fc.asyncProperty(fc.array(file, { minLength: 4, maxLength: 6 }), async (files) => {
				const folder = await temporaryFolder();
				let held = 0;
				for (const lines of files) {
					const report = await importInto(folder, { 'a.csv': [header, ...lines] });
					const { sessions } = report.outcome === 'refused' ? { sessions: held } : report;
					expect({ lost: sessions < held, unaccounted: report.read - report.accepted - report.duplicates - report.rejected }).toEqual({ lost: false, unaccounted: 0 });
					held = sessions;
				}
			}),
			{ numRuns: 10, seed: 23, endOnFailure: true },
		);
	});
});

async function content(folder: string): Promise<unknown> {
	const visits = await snapshotRows(folder, 'SELECT patient_id, condition, side, episode_id, ordinal, session_number, number_told, day_offset, s.period, session_id, pain_before, s.clinic, s.discharge_reason FROM sessions s JOIN episodes e USING (episode_key) JOIN patients USING (patient_key) ORDER BY ALL');
	return { visits, fingerprint: await snapshotRows(folder, 'SELECT fingerprint FROM snapshot') };
}
