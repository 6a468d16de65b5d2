import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { noOther } from './no-other.ts';
import type { Asking } from '#lib/questions/question.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { openEngine, run } from '#lib/server/warehouse/database.ts';
import { warehouseFolder } from '#lib/server/warehouse/folder.ts';

/** One episode of one patient: what is not given is not recorded. Visits are numbered in order. */
export type SmallEpisode = Readonly<{
	patient: number;
	condition?: string;
	clinic?: string | null;
	dischargeReason?: string;
	visits: readonly SmallVisit[];
}>;

export type SmallVisit = Readonly<{ score?: number; month?: string; day?: number; adverseEvent?: string; clinic?: string }>;

const tables = [
	'CREATE TABLE episodes (episode_key INTEGER, patient_key INTEGER, condition VARCHAR, clinic VARCHAR, discharge_reason VARCHAR)',
	'CREATE TABLE cohort (episode_key INTEGER, patient_key INTEGER, condition VARCHAR, protocol VARCHAR, visits INTEGER, last_session INTEGER, discharge_reason VARCHAR, part VARCHAR)',
	`CREATE TABLE sessions (episode_key INTEGER, session_number INTEGER, day_offset INTEGER, period VARCHAR, session_id VARCHAR, clinic VARCHAR, therapist VARCHAR,
		body_region VARCHAR, protocol VARCHAR, pain_before DOUBLE, pain_after DOUBLE, needle_count INTEGER, retention_minutes DOUBLE, ultrasound_guided BOOLEAN,
		therapist_ultrasound_certified BOOLEAN, soreness_peak DOUBLE, soreness_hours DOUBLE, insertion_pain DOUBLE, adverse_event VARCHAR, cost DOUBLE, currency VARCHAR,
		payer VARCHAR, age_band VARCHAR, sex VARCHAR, symptom_weeks DOUBLE, weekly_distance_km DOUBLE, discharge_reason VARCHAR)`,
	'CREATE TABLE scores (episode_key INTEGER, session_number INTEGER, measure VARCHAR, score DOUBLE)',
	'CREATE TABLE imports (import_id VARCHAR, imported_at VARCHAR, file VARCHAR, sha256 VARCHAR, read INTEGER, accepted INTEGER, duplicates INTEGER, rejected INTEGER)',
];

/** What a question is asked with, about `episodes` in an engine of its own. `search` holds filters as a URL does. */
export async function asking(episodes: readonly SmallEpisode[], { search = '', minimumCell = 11, datePrecision = 'month' }: Partial<Readonly<{ search: string; minimumCell: number; datePrecision: 'month' | 'year' }>> = {}): Promise<Asking> {
	const db = await (await openEngine()).connect();
	for (const table of tables) await run(db, table);
	const filters = parseFilters(new URLSearchParams(search));
	const measure = defaultCodebook.measures.find(({ id, primary }) => (filters.measure === null ? primary : id === filters.measure));
	if (measure === undefined) throw new Error('the codebook has no such measure');
	const rows = episodes.map((episode, i) => ({ key: i + 1, condition: 'knee-pain', clinic: null, dischargeReason: null, ...episode }));
	await fill('episodes', rows.map((each) => [each.key, each.patient, each.condition, each.clinic, each.dischargeReason]));
	await fill('cohort', rows.map((each) => [each.key, each.patient, each.condition, '', each.visits.length, each.visits.length, each.dischargeReason, '']));
	const visits = rows.flatMap(({ key, clinic, visits: own }) => own.map((visit, i) => ({ key, number: i + 1, own: visit, clinic: visit.clinic ?? clinic })));
	await fill('sessions (episode_key, session_number, day_offset, period, clinic, adverse_event)', visits.map(({ key, number, own, clinic }) => [key, number, own.day ?? null, own.month ?? null, clinic, own.adverseEvent ?? null]));
	await fill('scores', visits.flatMap(({ key, number, own }) => (own.score === undefined ? [] : [[key, number, measure.id, own.score]])));
	const stamp = { id: 'small', publishedAt: '2026-01-01T00:00:00Z', synthetic: true, sessions: visits.length, episodes: rows.length, patients: rows.length, datePrecision, fingerprint: '', codebook: defaultCodebook };
	return { db, filters, codebook: defaultCodebook, measure, minimumCell, stamp, folder: warehouseFolder('/nowhere'), tableOf: noOther };

	async function fill(table: string, values: readonly (readonly (string | number | null)[])[]): Promise<void> {
		if (values.length > 0) await run(db, `INSERT INTO ${table} VALUES ${values.map((row) => `(${row.map((value) => (typeof value === 'string' ? `'${value}'` : String(value))).join(', ')})`).join(', ')}`);
	}
}

/** `count` episodes of as many patients, numbered from `from`, alike but for their number. */
export function alike(count: number, from: number, episode: Omit<SmallEpisode, 'patient'>): SmallEpisode[] {
	return Array.from({ length: count }, (_, i) => ({ patient: from + i, ...episode }));
}
