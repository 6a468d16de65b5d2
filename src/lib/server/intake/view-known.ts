import { z } from 'zod';
import { oneRow, run, type Database } from '../warehouse/database.ts';
import { noKnownSessionsSql } from './merge-sql.ts';
import knownAnchorsNoneSql from './sql/known-anchors-none.sql?raw';
import knownAnchorsSql from './sql/known-anchors.sql?raw';
import knownChangesNoneSql from './sql/known-changes-none.sql?raw';
import knownChangesSql from './sql/known-changes.sql?raw';
import knownEpisodesNoneSql from './sql/known-episodes-none.sql?raw';
import knownEpisodesSql from './sql/known-episodes.sql?raw';
import knownFlagsNoneSql from './sql/known-flags-none.sql?raw';
import knownFlagsSql from './sql/known-flags.sql?raw';
import knownScoresNoneSql from './sql/known-scores-none.sql?raw';
import knownScoresSql from './sql/known-scores.sql?raw';
import knownSessionsPlainSql from './sql/known-sessions-plain.sql?raw';
import knownSessionsSql from './sql/known-sessions.sql?raw';
import knownTablesSql from './sql/known-tables.sql?raw';

/** Lets the published snapshot be read as `known_…`, whichever version wrote it; all of them are empty where the import continues none. */
export async function viewKnown(db: Database, continues: boolean): Promise<void> {
	for (const sql of continues ? await published(db) : nothing) await run(db, sql);
}

const nothing = [noKnownSessionsSql, knownEpisodesNoneSql, knownScoresNoneSql, knownAnchorsNoneSql, knownChangesNoneSql, knownFlagsNoneSql];

async function published(db: Database): Promise<string[]> {
	const { anchored, flagged } = await oneRow(db, z.object({ anchored: z.boolean(), flagged: z.boolean() }), knownTablesSql);
	const common = [knownEpisodesSql, knownScoresSql, flagged ? knownFlagsSql : knownFlagsNoneSql];
	return anchored ? [...common, knownSessionsSql, knownAnchorsSql, knownChangesSql] : [...common, knownSessionsPlainSql, knownAnchorsNoneSql, knownChangesNoneSql];
}
