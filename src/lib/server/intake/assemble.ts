import { z } from 'zod';
import type { Codebook } from '#lib/codebook/schema.ts';
import { oneRow, run, type Database } from '../warehouse/database.ts';
import { summary, type Summary } from '../warehouse/summary.ts';
import { createSessionSql, createSessionsSql, fingerprintSql, keepSessionsSql } from './session-sql.ts';
import type { FileReport } from './report.ts';
import addImportsSql from './sql/add-imports.sql?raw';
import addRefusalsSql from './sql/add-refusals.sql?raw';
import countSessionsSql from './sql/count-sessions.sql?raw';
import createEpisodesSql from './sql/create-episodes.sql?raw';
import createImportsSql from './sql/create-imports.sql?raw';
import createKeyedSql from './sql/create-keyed.sql?raw';
import createPatientsSql from './sql/create-patients.sql?raw';
import createRefusalsSql from './sql/create-refusals.sql?raw';
import createScoreSql from './sql/create-score.sql?raw';
import createScoresSql from './sql/create-scores.sql?raw';
import createSnapshotSql from './sql/create-snapshot.sql?raw';
import keepImportsSql from './sql/keep-imports.sql?raw';
import keepRefusalsSql from './sql/keep-refusals.sql?raw';
import keepScoresSql from './sql/keep-scores.sql?raw';
import summarySql from './sql/summary.sql?raw';
import wordsSql from './sql/words.sql?raw';

export type DatePrecision = 'month' | 'year';

/** Gathers the visits and scores of the next snapshot, those that stay from the published one among them; gives the number of visits. */
export async function gather(db: Database, precision: DatePrecision, hasPrevious: boolean): Promise<number> {
	await run(db, createSessionSql, { format: precision === 'month' ? '%Y-%m' : '%Y' });
	await run(db, createScoreSql);
	if (hasPrevious) {
		await run(db, keepSessionsSql, { length: precision === 'month' ? 7 : 4 });
		await run(db, keepScoresSql);
	}
	const { sessions } = await oneRow(db, z.object({ sessions: z.number() }), countSessionsSql);
	return sessions;
}

/** A text that is equal for equal content, codebook included. */
export async function fingerprint(db: Database, codebook: Codebook): Promise<string> {
	const content = await oneRow(db, z.object({ fingerprint: z.string() }), fingerprintSql);
	const words = await oneRow(db, z.object({ words: z.string() }), wordsSql, { codebook: JSON.stringify(codebook) });
	return `${content.fingerprint}-${words.words}`;
}

/** Writes the next snapshot's tables and sums it up. */
export async function build(
	db: Database,
	stamp: Readonly<{ id: string; publishedAt: string; synthetic: boolean; fingerprint: string; codebook: Codebook }>,
	files: readonly FileReport[],
	hasPrevious: boolean,
): Promise<Summary> {
	for (const sql of [createPatientsSql, createEpisodesSql, createKeyedSql, createSessionsSql, createScoresSql, createImportsSql, createRefusalsSql]) await run(db, sql);
	if (hasPrevious) for (const sql of [keepImportsSql, keepRefusalsSql]) await run(db, sql);
	await run(db, addImportsSql, { importId: stamp.id, importedAt: stamp.publishedAt, files: JSON.stringify(files) });
	await run(db, addRefusalsSql, { importId: stamp.id });
	await run(db, createSnapshotSql, { ...stamp, codebook: JSON.stringify(stamp.codebook) });
	return oneRow(db, summary, summarySql);
}
