import { access, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { Choices } from '#lib/server/intake/jobs/choices.ts';
import { findJob } from '#lib/server/intake/jobs/job.ts';
import { quarantineFile } from '#lib/server/intake/jobs/quarantine-file.ts';
import { cancelJob } from '#lib/server/intake/jobs/stage.ts';
import { startCheck, startImport, startLook } from '#lib/server/intake/jobs/start.ts';
import { viewJob } from '#lib/server/intake/jobs/view.ts';
import { currentSnapshot } from '#lib/server/warehouse/folder.ts';
import { locked } from '#lib/server/warehouse/lock.ts';
import { checked, ended, looked, sendFiles, type Sent } from './sent-files.ts';
import { snapshotRows, snapshotVisits } from './snapshot-rows.ts';
import { workbookFile } from './workbook-file.ts';

const clinic = ['Patient;Visit date;Diagnosis;Pain pre;Phone', 'P1;13.01.2026;knee pain;7,5;0171 2345678', 'P2;14.01.2026;kne pain;6;0171 2345679', 'P3;15.01.2026;hip pain;12;0171 2345670'];
const drop: Choices = { identifiers: 'drop' };

describe('a look at files that were sent', () => {
	test('proposes what the columns are and says which name people', async () => {
		const { view } = await looked(clinic);
		const columns = view?.kind === 'columns' ? view.form.columns.map(({ header, column, identifies }) => [header, column, identifies !== undefined]) : view;
		expect(columns).toEqual([
			['Patient', 'patient_id', false],
			['Visit date', 'session_date', false],
			['Diagnosis', 'condition', false],
			['Pain pre', 'pain_before', false],
			['Phone', null, true],
		]);
	});

	test('asks what can be read in two ways, until it is said', async () => {
		const lines = ['patient_id,condition,session_date,pain_before', 'P1,knee pain,04/05/2025,5'];
		const { view } = await looked(lines);
		const answered = await looked(lines, { dates: 'dmy' });
		const questions = [view, answered.view].map((each) => (each?.kind === 'columns' ? each.form.questions.length : each));
		expect(questions).toEqual([1, 0]);
	});

	test('asks what stands beside numbers, until it is said', async () => {
		const lines = ['patient_id,condition,session_number,pain_before', 'P1,knee pain,1,5 zwetsch', 'P2,knee pain,1,7 zwetsch'];
		const { view } = await looked(lines);
		const answered = await checked(lines, { 'beside.pain_before': 'zwetsch; #' });
		expect([view?.kind === 'columns' ? view.form.questions : view, answered.view?.kind === 'preview' ? answered.view.report.accepted : answered.view]).toEqual([['clinic.csv:2: pain_before: something stands beside numbers (2 values): write the numbers alone, or say --beside pain_before=SIGN to have it left out'], 2]);
	});

	test('names what no column gives', async () => {
		const { view } = await looked(['Patient,Visit date,Pain pre', 'P1,2026-01-13,5']);
		expect(view?.kind === 'columns' ? view.form.missing : view).toEqual(['condition']);
	});

	test('asks for the sheet of a workbook that has several, and reads it', async () => {
		const rows = [['Patient', 'Visit date', 'Diagnosis', 'Pain pre'], ['P1', '2026-01-13', 'knee pain', 7]];
		const sent = await sendFiles([new File([new Uint8Array(workbookFile([{ name: 'Notes', rows: [['x']] }, { name: 'Visits', rows }]))], 'a.xlsx')]);
		await startLook(sent.warehouse, sent.job, {});
		const asked = await ended(sent);
		await startLook(sent.warehouse, sent.job, { sheet: 'Visits' });
		const found = await ended(sent);
		expect({ asked, columns: found?.kind === 'columns' ? found.form.columns.map(({ column }) => column) : found }).toEqual({
			asked: expect.objectContaining({ kind: 'unreadable', said: expect.stringContaining('--sheet') }),
			columns: ['patient_id', 'session_date', 'condition', 'pain_before'],
		});
	});

	test('says in words why a file cannot be read', async () => {
		const { view } = await looked(['no workbook'], {}, 'a.xlsx');
		expect(view).toMatchObject({ kind: 'unreadable', said: expect.stringContaining('a.xlsx: ends in .xlsx and is no Excel workbook') });
	});
});

describe('a check', () => {
	test('publishes nothing', async () => {
		const { view, warehouse } = await checked(clinic, drop);
		expect({ outcome: view?.kind === 'preview' ? view.report.outcome : view, current: await currentSnapshot(warehouse) }).toEqual({ outcome: 'dry run', current: undefined });
	});

	test('marks problems at their cells', async () => {
		const { view } = await checked(clinic, drop);
		const marked = view?.kind === 'preview' ? view.previews.flatMap(({ columns, records }) => records.flatMap(({ place, cells }) => cells.flatMap(({ problem }, cell) => (problem === undefined ? [] : [[place, columns[cell]?.column, problem.split(';')[0]]])))) : view;
		expect(marked).toEqual([
			['3', 'condition', 'condition must be in the codebook'],
			['4', 'pain_before', 'pain_before must be 0 to 10'],
		]);
	});

	test('shows no value that could name somebody', async () => {
		const { view } = await checked(clinic, drop);
		const shown = view?.kind === 'preview' ? view.previews.flatMap(({ records }) => records.map(({ cells }) => cells.map(({ text: cell }) => cell))) : view;
		expect(shown).toEqual([
			[null, '2026-01-13', 'knee-pain', '7.5'],
			[null, '2026-01-14', null, '6'],
			[null, '2026-01-15', 'hip-pain', '12'],
		]);
	});

	test('shows what is read, and what is written where that differs', async () => {
		const lines = ['patient_id;condition;session_date;pain_before;weekly_distance_km;age_band;ultrasound_guided;pain_after;cost', 'P1;PF;4. März 2025;75;10;34;yes;NA;$85', 'P2;knee-pain;2025-03-05;30;;30-39;true;20;$90'];
		const { view, job } = await checked(lines, { 'unit.pain_before': 'points-of-100', 'unit.weekly_distance_km': 'miles', missing: 'NA', 'unit.pain_after': 'points-of-100' });
		const cells = view?.kind === 'preview' ? view.previews.flatMap(({ records }) => records.map((record) => record.cells.map(({ text: read, written }) => [read, written].filter((each) => each !== undefined).join(' < ')))) : view;
		expect(cells).toEqual([
			['', 'plantar-fasciitis < PF', '2025-03-04 < 4. März 2025', '7.5 < 75', '16.09344 < 10', '30-39', 'true < yes', '', '85'],
			['', 'knee-pain', '2025-03-05', '3 < 30', '', '30-39', 'true', '2 < 20', '90'],
		]);
		expect(await readFile(job.preview, 'utf8')).not.toContain('P1');
	});

	test('of files that name people says so, and leads back to the columns', async () => {
		const { view } = await checked(clinic, {});
		expect(view).toMatchObject({ kind: 'columns', said: expect.stringContaining('clinic.csv:2: column Phone holds a telephone number') });
	});

	test('reads a column as it was chosen, and not what was left out', async () => {
		const lines = ['patient_id,condition,session_number,pain_before,pain_after', 'P1,knee pain,1,4,9'];
		const { view } = await checked(lines, { 'column.pain_before': '', 'column.pain_after': 'pain_before' });
		expect(view?.kind === 'preview' ? view.previews[0]?.columns.map(({ column, header }) => [column, header]) : view).toContainEqual(['pain_before', 'pain_after']);
	});

	test('reads files with different headers by one choice', async () => {
		const sent = await sendFiles([new File(['Patient,Visit date,Diagnosis,Pain pre\nP1,2026-01-13,knee pain,5\n'], 'en.csv'), new File(['Kürzel;Datum;Diagnose;Schmerz vor\nP2;31.12.2025;Knieschmerz;7,5\n'], 'de.csv')]);
		await startLook(sent.warehouse, sent.job, {});
		await ended(sent);
		await startCheck(sent.warehouse, sent.job, {});
		const view = await ended(sent);
		expect(view?.kind === 'preview' ? view.report.files.map(({ name, accepted }) => [name, accepted]) : view).toEqual([['en.csv', 1], ['de.csv', 1]]);
	});

	test('takes what is the same for every record', async () => {
		const { view } = await checked(['Patient,Visit date,Pain pre', 'P1,2026-01-13,5'], { 'constant.condition': 'knee pain' });
		expect(view?.kind === 'preview' ? view.report.accepted : view).toBe(1);
	});

	test('says in the words of the command what it cannot take', async () => {
		const { view } = await checked(clinic, { ...drop, dates: 'sideways' });
		expect(view).toMatchObject({ kind: 'columns', said: '--dates must be dmy or mdy or ymd: sideways' });
	});

	test('lets its list of refused records be taken away', async () => {
		const { warehouse, job } = await checked(clinic, drop);
		const file = await quarantineFile(warehouse, job);
		const lines = (await text(file ?? new ReadableStream())).trim().split('\n');
		expect(lines.map((line) => line.split(',').slice(0, 3))).toEqual([['file', 'line', 'field'], ['clinic.csv', '3', 'condition'], ['clinic.csv', '4', 'pain_before']]);
	});
});

describe('an import in the browser', () => {
	async function imported(lines: readonly string[], chosen: Choices) {
		const sent = await checked(lines, chosen);
		await startImport(sent.warehouse, sent.job, chosen);
		return { ...sent, view: await ended(sent) };
	}

	test('publishes what was checked', async () => {
		const { folder, view } = await imported(clinic, drop);
		expect({ kind: view?.kind, visits: await snapshotVisits(folder) }).toMatchObject({ kind: 'report', visits: [{ patient: 'P1', condition: 'knee-pain', pain: 7.5 }] });
	});

	test('keeps the report and removes the files', async () => {
		const { job, view } = await imported(clinic, drop);
		const left = await Promise.all([job.files, job.looked, job.mapping, job.quarantine, job.preview].map((path) => access(path).then(() => true, () => false)));
		expect({ rejected: view?.kind === 'report' ? view.report.rejected : view, left }).toEqual({ rejected: 2, left: [false, false, false, false, false] });
	});

	test('lets the quarantine file of the warehouse be taken away', async () => {
		const { warehouse, job, view } = await imported(clinic, drop);
		const path = view?.kind === 'report' ? (view.report.quarantine ?? '') : '';
		expect(await text((await quarantineFile(warehouse, job)) ?? new ReadableStream())).toBe(await readFile(path, 'utf8'));
	});

	test('that is sent twice stays as it was reported', async () => {
		const { warehouse, job, view } = await imported(clinic, drop);
		await startImport(warehouse, job, drop);
		expect(await viewJob(warehouse, job, false)).toEqual(view);
	});

	test('says so where another import is at work, and can be tried again', async () => {
		const sent = await checked(clinic, drop);
		const refused = await locked(sent.warehouse, async () => {
			await startImport(sent.warehouse, sent.job, drop);
			return ended(sent);
		});
		await startImport(sent.warehouse, sent.job, drop);
		expect([refused, (await ended(sent))?.kind]).toEqual([{ kind: 'failed', said: expect.stringContaining('another import (process') }, 'report']);
	});

	test('that is cancelled is gone with its files, and its process ends', async () => {
		const sent = await looked(clinic);
		await startCheck(sent.warehouse, sent.job, drop);
		await cancelJob(sent.job);
		await pause(500);
		expect({ job: await findJob(sent.warehouse, sent.job.id), current: await currentSnapshot(sent.warehouse) }).toEqual({ job: undefined, current: undefined });
	});
});

describe('an import with options of the command', () => {
	const visits = new File(['patient_id,condition,session_date,pain_before,pain_after\nP1,tennis elbow,2026-01-05,7,-99\nP1,tennis elbow,2026-02-16,5,4\n'], 'visits.csv');
	const words = (content: string) => new File([content], 'ours.json');
	const elbow = JSON.stringify({ conditions: [{ id: 'tennis-elbow', label: 'Tennis elbow', synonyms: [], codes: {}, bodyRegion: 'knee' }] });

	async function imported(chosen: Choices): Promise<Sent> {
		const sent = await sendFiles([visits], [words(elbow)]);
		await startLook(sent.warehouse, sent.job, {});
		await ended(sent);
		await startCheck(sent.warehouse, sent.job, chosen);
		await ended(sent);
		await startImport(sent.warehouse, sent.job, chosen);
		expect(await ended(sent)).toMatchObject({ kind: 'report', report: { outcome: 'published', accepted: 2 } });
		return sent;
	}

	test('reads the codebook that was sent beside the files, and uses it for nothing else', async () => {
		const { folder, warehouse, job } = await imported({ missing: '-99' });
		expect(await snapshotRows(folder, 'SELECT condition, visits FROM episodes')).toEqual([{ condition: 'tennis-elbow', visits: 2 }]);
		await expect(access(job.codebooks)).rejects.toThrow();
		await expect(access(warehouse.codebook)).rejects.toThrow();
	});

	test('ends episodes by the pause that was chosen, and keeps no more than the year of dates', async () => {
		const { folder } = await imported({ missing: '-99, k.A.', 'episode-gap': '30', 'date-precision': 'year' });
		expect(await snapshotRows(folder, 'SELECT ordinal, visits, sessions.period FROM episodes JOIN sessions USING (episode_key) ORDER BY ordinal')).toEqual([
			{ ordinal: 1, visits: 1, period: '2026' },
			{ ordinal: 2, visits: 1, period: '2026' },
		]);
	});

	test('says what is wrong with a codebook that cannot be read', async () => {
		const sent = await sendFiles([visits], [words('{')]);
		await startLook(sent.warehouse, sent.job, {});
		expect(await ended(sent)).toMatchObject({ kind: 'unreadable', said: expect.stringMatching(/^ours\.json: /u) });
	});
});
