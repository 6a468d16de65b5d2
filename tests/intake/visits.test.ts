import { readFile } from 'node:fs/promises';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const header = 'session_id,patient_id,condition,session_number,session_date,pain_before,measure,score,cost';

async function imported(...lines: string[]) {
	const folder = await temporaryFolder();
	const report = await importInto(folder, { 'a.csv': [header, ...lines] });
	const quarantine = report.quarantine === null ? [] : csvParse(await readFile(report.quarantine, 'utf8'));
	return { folder, report, reasons: quarantine.map(({ line, reason }) => `${line}: ${reason}`) };
}

describe('a record that stands twice', () => {
	test('is a duplicate, whatever its session_id and the way its values are written', async () => {
		const { report } = await imported('S1,P1,knee pain,1,2024-03-01,5,,,', 'S2,P1,Knee Pain,1.0,2024-03-01 10:00,5.0,,,');
		expect(report).toMatchObject({ read: 2, accepted: 1, duplicates: 1, rejected: 0 });
	});

	test('with another value is refused, and the line of the first is named', async () => {
		const { reasons } = await imported('S1,P1,knee pain,1,2024-03-01,5,,,', 'S2,P2,knee pain,1,2024-03-01,5,,,', 'S3,P1,knee pain,1,2024-03-01,6,,,');
		expect(reasons).toEqual(['4: is another record of the same visit with different values (pain_before): keep the right one (see a.csv:2)']);
	});

	test('with another cost is refused as well', async () => {
		const { report } = await imported('S1,P1,knee pain,1,2024-03-01,5,,,80', 'S1,P1,knee pain,1,2024-03-01,5,,,90');
		expect(report).toMatchObject({ accepted: 1, rejected: 1 });
	});

	test('without number or session_id is one visit', async () => {
		const { report } = await imported(',P1,knee pain,,2024-03-01,5,,,', ',P1,knee pain,,2024-03-01,5,,,');
		expect(report).toMatchObject({ sessions: 1, duplicates: 1 });
	});

	test('on one day under two session_ids is two visits', async () => {
		const { report } = await imported('S1,P1,knee pain,,2024-03-01,5,,,', 'S2,P1,knee pain,,2024-03-01,4,,,');
		expect(report).toMatchObject({ sessions: 2, rejected: 0 });
	});

	test('with one number on two days is refused, and the line of the first is named', async () => {
		const { reasons } = await imported('S1,P1,knee pain,2,2024-03-01,5,,,', 'S2,P1,knee pain,2,2024-03-08,5,,,');
		expect(reasons).toEqual(['3: session_number stands twice in one episode: correct it, or give episode_id (see a.csv:2)']);
	});
});

describe('a visit', () => {
	test('without a score is kept as attended', async () => {
		const { folder, report } = await imported('S1,P1,knee pain,1,2024-03-01,,,,');
		expect({ accepted: report.accepted, kept: await snapshotRows(folder, 'SELECT (SELECT count(*)::INTEGER FROM sessions) AS visits, (SELECT count(*)::INTEGER FROM scores) AS scores') }).toEqual({
			accepted: 1,
			kept: [{ visits: 1, scores: 0 }],
		});
	});

	test('in several rows, one a measure, is one visit with all its scores', async () => {
		const { folder } = await imported('S1,P1,knee pain,1,2024-03-01,6,,,', 'S1,P1,knee pain,1,2024-03-01,,LEFS,55,', 'S1,P1,knee pain,1,2024-03-01,,ODI,20,');
		expect(await snapshotRows(folder, 'SELECT measure, score, visits FROM scores JOIN episodes USING (episode_key) ORDER BY measure')).toEqual([
			{ measure: 'lefs', score: 55, visits: 1 },
			{ measure: 'nprs', score: 6, visits: 1 },
			{ measure: 'odi', score: 20, visits: 1 },
		]);
	});

	test('in several rows is accepted row by row', async () => {
		const { report } = await imported('S1,P1,knee pain,1,2024-03-01,6,,,', 'S1,P1,knee pain,1,2024-03-01,,LEFS,55,', 'S1,P1,knee pain,1,2024-03-01,,LEFS,56,');
		expect(report).toMatchObject({ read: 3, accepted: 2, rejected: 1, sessions: 1 });
	});

	test('has its pain under the name of its measure too', async () => {
		const { folder } = await imported('S1,P1,knee pain,1,2024-03-01,,NPRS,6,', 'S2,P1,knee pain,2,2024-03-08,5,Numeric Pain Rating Scale,5,');
		expect(await snapshotRows(folder, 'SELECT session_number AS number, pain_before AS pain, score FROM sessions JOIN scores USING (episode_key, session_number) ORDER BY number')).toEqual([
			{ number: 1, pain: 6, score: 6 },
			{ number: 2, pain: 5, score: 5 },
		]);
	});

	test('in rows that tell two pains is refused but for the first', async () => {
		const { reasons } = await imported('S1,P1,knee pain,1,2024-03-01,6,,,', 'S1,P1,knee pain,1,2024-03-01,,NPRS,5,');
		expect(reasons).toEqual(['3: is another record of the same visit with different values (pain_before): keep the right one (see a.csv:2)']);
	});

	test('of an unknown word is refused with the nearest entries', async () => {
		const { reasons } = await imported('S1,P1,shn splitns,1,2024-03-01,6,,,', 'S1,P1,plantar facsitsi,1,2024-03-01,6,,,');
		expect(reasons.map((reason) => reason.replace(/,.*$/u, ''))).toEqual(['2: condition must be in the codebook; nearest: Shin splints', '3: condition must be in the codebook; nearest: Plantar fasciitis']);
	});

	test('of tomorrow is refused', async () => {
		const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
		expect((await imported(`S1,P1,knee pain,1,${tomorrow},6,,,`)).report).toMatchObject({ outcome: 'refused', rejected: 1 });
	});
});
