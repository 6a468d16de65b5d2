import { describe, expect, test } from 'vitest';
import { everyMonth } from '#lib/questions/records/every-month.ts';
import { countsOf } from '#lib/questions/records/counts.server.ts';
import { records } from '#lib/questions/records/records.server.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';
import { run } from '#lib/server/warehouse/database.ts';
import { seededUniform } from '#lib/statistics/seeded-uniform.ts';
import { askingOf, type Value } from './asking-of.ts';

type Visits = Readonly<{ clinic: string | null; month: string | null; patients: number; each?: number }>;

const episodeColumns = 'episode_key INTEGER, patient_key INTEGER, condition VARCHAR, protocol VARCHAR, clinic VARCHAR, therapist VARCHAR, payer VARCHAR, sex VARCHAR, age_band VARCHAR, chronicity VARCHAR, period VARCHAR';
const imports: readonly (readonly Value[])[] = [
	['1', '2026-01-01T00:00:00Z', 'old.csv', 'aa', 100, 90, 7, 3],
	['2', '2026-02-01T00:00:00Z', 'new.csv', 'bb', 50, 50, 0, 0],
];
const refusals: readonly (readonly Value[])[] = [['1', 'patient_id', 'patient_id is missing', 2], ['1', 'cost', 'cost must be 0 to 9', 1], ['2', 'cost', 'cost must be 0 to 9', 4]];
const flags = { columns: 'import_id VARCHAR, rule VARCHAR, field VARCHAR, rows INTEGER', rows: [['2', 'a patient has two sexes', 'sex', 4], ['2', 'an episode has two protocols', 'protocol', 30]] };

/** Every patient has one episode; `changed` of them had their first pain changed by the second import. */
async function ask(visits: readonly Visits[], { changed = 0, told = true }: { changed?: number; told?: boolean } = {}): Promise<RecordsResult> {
	const patients = visits.flatMap(({ patients: count, ...each }) => Array.from({ length: count }, () => each));
	const later = { flags, changes: { columns: 'import_id VARCHAR, episode_key INTEGER, session_number INTEGER, field VARCHAR, before VARCHAR, after VARCHAR', rows: Array.from({ length: changed }, (_, i) => ['2', i + 1, 1, 'pain_before', '5', '4']) } };
	const given = await askingOf({
		imports: { columns: 'import_id VARCHAR, imported_at VARCHAR, file VARCHAR, sha256 VARCHAR, read INTEGER, accepted INTEGER, duplicates INTEGER, rejected INTEGER', rows: imports },
		refusals: { columns: 'import_id VARCHAR, field VARCHAR, reason VARCHAR, rows INTEGER', rows: refusals },
		episodes: { columns: episodeColumns, rows: patients.map(({ clinic }, i) => [i + 1, i + 1, 'knee-pain', null, clinic, null, null, null, null, null, null]) },
		sessions: { columns: 'episode_key INTEGER, session_number INTEGER, clinic VARCHAR, period VARCHAR', rows: patients.flatMap(({ clinic, month, each = 1 }, i) => Array.from({ length: each }, (_, visit) => [i + 1, visit + 1, clinic, month])) },
		scores: { columns: 'episode_key INTEGER, session_number INTEGER, measure VARCHAR, score DOUBLE', rows: [] },
		...(told ? later : {}),
	});
	return records.protect(await records.ask(given), given.minimumCell);
}

const north = { clinic: 'North', month: '2024-11', patients: 20, each: 2 };

describe('records', () => {
	test('gives each file with what became of its records, the latest import first', async () => {
		const { imports: files } = await ask([north]);
		expect(files.map(({ importId, file, read, accepted, duplicates, rejected }) => [importId, file, read, accepted + duplicates + rejected])).toEqual([['2', 'new.csv', 50, 50], ['1', 'old.csv', 100, 100]]);
	});

	test('gives the reasons of each import by themselves', async () => {
		expect((await ask([north])).refusals.map(({ importId, reason, rows }) => [importId, reason, rows])).toEqual([['2', 'cost must be 0 to 9', 4], ['1', 'patient_id is missing', 2], ['1', 'cost must be 0 to 9', 1]]);
	});

	test('tells what is worth a look by rule, and withholds few cases', async () => {
		expect((await ask([north])).flags).toEqual([
			{ importId: '2', field: 'protocol', rule: 'an episode has two protocols', rows: 30 },
			{ importId: '2', field: 'sex', rule: 'a patient has two sexes', rows: null },
		]);
	});

	test('counts changed visits by field, and withholds those of few patients', async () => {
		expect((await ask([north], { changed: 12 })).changes).toEqual([{ importId: '2', field: 'pain_before', visits: 12 }]);
		expect((await ask([north], { changed: 10 })).changes).toEqual([{ importId: '2', field: 'pain_before', visits: null }]);
		expect((await ask([north])).changes).toEqual([]);
	});

	test('says that a snapshot of an older version keeps neither', async () => {
		const { flags: kept, changes } = await ask([north], { told: false });
		expect([kept, changes]).toEqual([null, null]);
	});

	test('counts visits by clinic in every month from the first to the last, those without any too', async () => {
		const { visits } = await ask([north, { clinic: 'North', month: '2025-02', patients: 15 }, { clinic: 'South', month: '2024-12', patients: 11 }, { clinic: null, month: null, patients: 12 }]);
		expect(visits.map(({ clinic, months }) => [clinic, months.map(({ visits: n }) => n)])).toEqual([['North', [40, 0, 0, 15, 0]], ['South', [0, 11, 0, 0, 0]], ['not-recorded', [0, 0, 0, 0, 12]]]);
		expect(visits[0]?.months.map(({ month }) => month)).toEqual(['2024-11', '2024-12', '2025-01', '2025-02', 'not-recorded']);
	});

	test('withholds visits of few patients, and what would give them back in their row and column', async () => {
		const { visits } = await ask([north, { clinic: 'North', month: '2024-12', patients: 20 }, { clinic: 'South', month: '2024-11', patients: 30 }, { clinic: 'South', month: '2024-12', patients: 4 }]);
		expect(visits.flatMap(({ months }) => months.map(({ visits: n }) => n))).toEqual([null, null, null, null]);
	});

	test('has the same numbers in its table', async () => {
		const result = await ask([north], { changed: 12 });
		const { columns, rows } = records.table(result);
		const counts = (part: string) => rows.filter((row) => row[0] === part).map((row) => ['import', 'group', 'item', 'count', 'suppressed'].map((column) => row[columns.indexOf(column)]));
		expect(counts('records').slice(4)).toEqual([['1', 'all', 'read', 100, 'false'], ['1', 'all', 'accepted', 90, 'false'], ['1', 'all', 'duplicates', 7, 'false'], ['1', 'all', 'rejected', 3, 'false']]);
		expect(counts('refused')).toHaveLength(3);
		expect(counts('worth-a-look')[1]).toEqual(['2', 'sex', 'a patient has two sexes', null, 'true']);
		expect(counts('changed')).toEqual([['2', 'pain_before', 'visits', 12, 'false']]);
		expect(counts('visits')).toEqual([[null, 'North', '2024-11', 40, 'false']]);
		expect(rows.every((row) => row.length === columns.length)).toBe(true);
	});

	test('has nothing to count in an empty snapshot', async () => {
		expect((await ask([])).visits).toEqual([]);
	});
});

describe('everyMonth', () => {
	test('fills what lacks between the first and the last, over the end of a year', () => {
		expect(everyMonth(['2025-02', '2024-11', '2024-11'])).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
	});

	test('takes years too, and puts what is neither last', () => {
		expect(everyMonth(['not-recorded', '2023', '2021'])).toEqual(['2021', '2022', '2023', 'not-recorded']);
		expect(everyMonth(['not-recorded'])).toEqual(['not-recorded']);
		expect(everyMonth([])).toEqual([]);
	});
});

describe('countsOf', () => {
	const [clinics, measures] = [['North', 'South', null], ['nprs', 'lefs']];

	/** Episodes of few patients, so that many have several, some with scores. */
	async function made(seed: number) {
		const random = seededUniform(seed);
		const oneOf = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)];
		const episodes = Array.from({ length: 120 }, (_, i) => ({ key: i + 1, patient: 1 + Math.floor(random() * 60), clinic: oneOf(clinics) ?? null, scored: measures.filter(() => random() < 0.5) }));
		const given = await askingOf({
			episodes: { columns: episodeColumns, rows: episodes.map(({ key, patient, clinic }) => [key, patient, 'knee-pain', null, clinic, null, null, null, null, null, null]) },
			sessions: { columns: 'episode_key INTEGER, session_number INTEGER, clinic VARCHAR, period VARCHAR', rows: episodes.map(({ key, clinic }) => [key, 1, clinic, '2024-11']) },
			scores: { columns: 'episode_key INTEGER, session_number INTEGER, measure VARCHAR, score DOUBLE', rows: episodes.flatMap(({ key, scored }) => scored.flatMap((measure) => [[key, 1, measure, 5], [key, 2, measure, 3]])) },
		});
		return { episodes, given };
	}

	test('counts each episode and each patient of a value once', async () => {
		for (let seed = 1; seed <= 5; seed += 1) {
			const { episodes, given } = await made(seed);
			const count = (filter: string, value: string, those: typeof episodes) => ({ filter, value, n: those.length, patients: new Set(those.map(({ patient }) => patient)).size });
			expect((await countsOf(given)).values).toEqual([
				...['North', 'South'].map((name) => count('clinic', name, episodes.filter(({ clinic }) => clinic === name))),
				count('condition', 'knee-pain', episodes),
				...['lefs', 'nprs'].map((measure) => count('measure', measure, episodes.filter(({ scored }) => scored.includes(measure)))),
			]);
		}
	});

	test('counts a snapshot once for all who ask', async () => {
		const { given } = await made(1);
		const counts = await countsOf(given);
		await run(given.db, 'DELETE FROM sessions');
		expect(await countsOf(given)).toBe(counts);
	});

	test('counts again where counting failed', async () => {
		const { given } = await made(1);
		await run(given.db, 'ALTER TABLE sessions RENAME TO away');
		await expect(countsOf(given)).rejects.toThrow('sessions');
		await run(given.db, 'ALTER TABLE away RENAME TO sessions');
		expect((await countsOf(given)).visits.length).toBeGreaterThan(0);
	});
});
