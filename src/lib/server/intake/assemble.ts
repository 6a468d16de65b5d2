import { z } from 'zod';
import type { Codebook } from '#lib/codebook/schema.ts';
import { oneRow, rows, run, type Database } from '../warehouse/database.ts';
import { summary, type Summary } from '../warehouse/summary.ts';
import { addSessionsApartSql, createSessionsSql, createToldValueSql, fingerprintSql } from './session-sql.ts';
import { change, type Change, type FileReport } from './report.ts';
import addFlagsSql from './sql/add-flags.sql?raw';
import addImportsSql from './sql/add-imports.sql?raw';
import addRefusalsSql from './sql/add-refusals.sql?raw';
import changeScoresSql from './sql/change-scores.sql?raw';
import coarsenPeriodsSql from './sql/coarsen-periods.sql?raw';
import countChangesSql from './sql/count-changes.sql?raw';
import countEpisodesSql from './sql/count-episodes.sql?raw';
import countSessionsSql from './sql/count-sessions.sql?raw';
import createAnchorSql from './sql/create-anchor.sql?raw';
import createAnchorsSql from './sql/create-anchors.sql?raw';
import createBegunSql from './sql/create-begun.sql?raw';
import createChangesSql from './sql/create-changes.sql?raw';
import createEpisodeSql from './sql/create-episode.sql?raw';
import createFlagsSql from './sql/create-flags.sql?raw';
import createImportsSql from './sql/create-imports.sql?raw';
import createKeptCourseSql from './sql/create-kept-course.sql?raw';
import createKeyedApartSql from './sql/create-keyed-apart.sql?raw';
import createPatientsSql from './sql/create-patients.sql?raw';
import createRefusalsSql from './sql/create-refusals.sql?raw';
import createRefusedVisitSql from './sql/create-refused-visit.sql?raw';
import createScoreSql from './sql/create-score.sql?raw';
import createScoresSql from './sql/create-scores.sql?raw';
import createSessionApartSql from './sql/create-session-apart.sql?raw';
import createSnapshotSql from './sql/create-snapshot.sql?raw';
import createToldEpisodeSql from './sql/create-told-episode.sql?raw';
import episodesSql from './sql/episodes.sql?raw';
import keepAnchorsSql from './sql/keep-anchors.sql?raw';
import keepChangesSql from './sql/keep-changes.sql?raw';
import keepFlagsSql from './sql/keep-flags.sql?raw';
import keepImportsSql from './sql/keep-imports.sql?raw';
import keepRefusalsSql from './sql/keep-refusals.sql?raw';
import keepScoresSql from './sql/keep-scores.sql?raw';
import keepSessionsSql from './sql/keep-sessions.sql?raw';
import placeRefusedApartSql from './sql/place-refused-apart.sql?raw';
import putRefusedOutOfOrderSql from './sql/put-refused-out-of-order.sql?raw';
import summarySql from './sql/summary.sql?raw';
import wordsSql from './sql/words.sql?raw';

export type DatePrecision = 'month' | 'year';

/** Gathers the visits, first days and scores of the next snapshot, those that stay from the published one among them; gives the number of visits. */
export async function gather(db: Database, precision: DatePrecision, keyId: string): Promise<number> {
	const length = lengthOf(precision);
	for (const sql of [createRefusedVisitSql, placeRefusedApartSql, putRefusedOutOfOrderSql, createBegunSql]) await run(db, sql);
	await run(db, createSessionApartSql, { length });
	await run(db, coarsenPeriodsSql, { length });
	await run(db, createAnchorSql, { keyId });
	await run(db, createScoreSql);
	await run(db, changeScoresSql);
	await run(db, createKeptCourseSql);
	await run(db, keepSessionsSql, { length });
	await run(db, createToldValueSql);
	await run(db, keepAnchorsSql);
	await run(db, keepScoresSql);
	const { sessions } = await oneRow(db, z.object({ sessions: z.number() }), countSessionsSql);
	return sessions;
}

/** In how many visits the import changes what the published snapshot holds, by field. */
export async function countChanges(db: Database): Promise<Change[]> {
	return rows(db, change, countChangesSql);
}

/** Writes the next snapshot's visits, and what is made of them. */
export async function build(db: Database, precision: DatePrecision): Promise<void> {
	for (const sql of [createToldEpisodeSql, createPatientsSql, createEpisodeSql, createKeyedApartSql]) await run(db, sql);
	await run(db, createSessionsSql, { length: lengthOf(precision) });
	await run(db, addSessionsApartSql);
	await createEpisodes(db);
	for (const sql of [createAnchorsSql, createScoresSql]) await run(db, sql);
}

/** Episodes of which the visits are summed at once: the texts that are summed stay in memory, whatever its limit. */
const atOnce = 2_000_000;

async function createEpisodes(db: Database): Promise<void> {
	const { episodes } = await oneRow(db, z.object({ episodes: z.number() }), countEpisodesSql);
	await run(db, `CREATE TABLE next.episodes AS ${episodesSql}`, { from: 1, below: 1 + atOnce });
	for (let from = 1 + atOnce; from <= episodes; from += atOnce) await run(db, `INSERT INTO next.episodes ${episodesSql}`, { from, below: from + atOnce });
}

/** Characters of a date that are kept. */
function lengthOf(precision: DatePrecision): number {
	return precision === 'month' ? 7 : 4;
}

/** A text that is equal for equal content of the next snapshot, codebook included. */
export async function fingerprint(db: Database, codebook: Codebook): Promise<string> {
	const content = await oneRow(db, z.object({ fingerprint: z.string() }), fingerprintSql);
	const words = await oneRow(db, z.object({ words: z.string() }), wordsSql, { codebook: JSON.stringify(codebook) });
	return `${content.fingerprint}-${words.words}`;
}

/** Writes what the next snapshot says of itself, and sums it up. */
export async function describe(
	db: Database,
	stamp: Readonly<{ id: string; publishedAt: string; synthetic: boolean; fingerprint: string; codebook: Codebook }>,
	files: readonly FileReport[],
	hasPrevious: boolean,
): Promise<Summary> {
	for (const sql of [createImportsSql, createRefusalsSql, createFlagsSql]) await run(db, sql);
	if (hasPrevious) for (const sql of [keepImportsSql, keepRefusalsSql]) await run(db, sql);
	await run(db, createChangesSql, { importId: stamp.id });
	await run(db, keepChangesSql);
	await run(db, keepFlagsSql);
	await run(db, addImportsSql, { importId: stamp.id, importedAt: stamp.publishedAt, files: JSON.stringify(files) });
	await run(db, addRefusalsSql, { importId: stamp.id });
	await run(db, addFlagsSql, { importId: stamp.id });
	await run(db, createSnapshotSql, { ...stamp, codebook: JSON.stringify(stamp.codebook) });
	return oneRow(db, summary, summarySql);
}
