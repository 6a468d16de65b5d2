import type { DuckDBAppender } from '@duckdb/node-api';
import type { Episode } from '#lib/sample/episode.ts';
import { patientEpisodes } from '#lib/sample/patient-episodes.ts';
import { patientGenerator } from '#lib/sample/patient-generator.ts';
import { plan } from '#lib/sample/plan.ts';
import { openEngine, run, type Database } from '#lib/server/warehouse/database.ts';
import { primaryMeasure } from './primary-measure.ts';
import createEpisodesSql from './sql/create-episodes.sql?raw';
import createScoresSql from './sql/create-scores.sql?raw';
import createSessionsSql from './sql/create-sessions.sql?raw';
import type { World } from './worlds.ts';

export type Size = Readonly<{ seed: number; cohorts: number; episodes: number }>;

/** A snapshot in memory that holds cohorts drawn from a world, and their names. */
export type Cohorts = Readonly<{ db: Database; names: readonly string[] }>;

/** `cohorts` independent cohorts of each condition, of so many episodes each, under the names that a snapshot's tables have. */
export async function drawCohorts({ scenario, keeps }: World, { seed, cohorts, episodes: size }: Size): Promise<Cohorts> {
	const db = await (await openEngine()).connect();
	for (const sql of [createEpisodesSql, createSessionsSql, createScoresSql]) await run(db, sql);
	const tables = { episodes: await db.createAppender('episodes'), sessions: await db.createAppender('sessions'), scores: await db.createAppender('scores') };
	const laidOut = plan(scenario, { complete: false });
	const drawn = new Map(scenario.conditions.map(({ id }) => [id, 0]));
	const from = Date.parse(scenario.from);
	let key = 0;
	for (let patient = 1; [...drawn.values()].some((count) => count < cohorts * size); patient++) {
		for (const episode of patientEpisodes(laidOut, seed, patient)) {
			const condition = episode.setting.condition.id;
			const count = drawn.get(condition) ?? 0;
			if (count >= cohorts * size) continue;
			if (keeps?.(episode, patientGenerator(-seed, patient)) === false) continue;
			drawn.set(condition, count + 1);
			key += 1;
			append(tables, episode, { key, patient, cohort: cohortName(condition, Math.floor(count / size)), from });
		}
	}
	for (const table of Object.values(tables)) table.closeSync();
	return { db, names: scenario.conditions.flatMap(({ id }) => Array.from({ length: cohorts }, (_, number) => cohortName(id, number))) };
}

/** The condition that the patients of a cohort have. */
export function conditionOf(cohort: string): string {
	return cohort.slice(0, cohort.indexOf(' '));
}

function cohortName(condition: string, number: number): string {
	return `${condition} ${String(number).padStart(5, '0')}`;
}

type Tables = Readonly<{ episodes: DuckDBAppender; sessions: DuckDBAppender; scores: DuckDBAppender }>;
type Place = Readonly<{ key: number; patient: number; cohort: string; from: number }>;

function append({ episodes, sessions, scores }: Tables, { patient, setting, payer, visits, dischargeReason }: Episode, place: Place): void {
	const { clinic, therapist, protocol, chronicity } = setting;
	const price = clinic.price + protocol.surcharge;
	appendRow(episodes, [place.key, place.patient], [place.cohort, clinic.id, therapist.id, protocol.id, payer, patient.sex, patient.ageBand, chronicity.id, null]);
	for (const count of [visits.length, visits.at(-1)?.session ?? 0]) episodes.appendInteger(count);
	appendWord(episodes, dischargeReason);
	episodes.endRow();
	for (const { session, date, painBefore, sorenessPeak, sorenessHours, insertionPain, adverseEvent } of visits) {
		const day = Math.round((Date.parse(date) - place.from) / 86_400_000);
		appendRow(sessions, [place.key, session, day], [date.slice(0, 7), place.cohort, protocol.id]);
		for (const value of [sorenessPeak, sorenessHours, insertionPain]) appendNumber(sessions, value);
		appendWord(sessions, adverseEvent);
		appendNumber(sessions, price);
		appendWord(sessions, place.cohort);
		sessions.endRow();
		if (painBefore === null) continue;
		appendRow(scores, [place.key, session], [primaryMeasure.id]);
		scores.appendDouble(painBefore);
		scores.endRow();
	}
}

function appendRow(table: DuckDBAppender, integers: readonly number[], words: readonly (string | null)[]): void {
	for (const integer of integers) table.appendInteger(integer);
	for (const word of words) appendWord(table, word);
}

function appendWord(table: DuckDBAppender, word: string | null): void {
	if (word === null || word === '') table.appendNull();
	else table.appendVarchar(word);
}

function appendNumber(table: DuckDBAppender, value: number | null): void {
	if (value === null) table.appendNull();
	else table.appendDouble(value);
}
