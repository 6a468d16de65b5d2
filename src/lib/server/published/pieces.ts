import { z } from 'zod';
import type { Filters } from '#lib/questions/answer.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import cohortSql from '../sql/cohort.sql?raw';
import { rows, run, type Database } from '../warehouse/database.ts';
import createMarkedSql from './sql/create-marked.sql?raw';
import createPieceSql from './sql/create-piece.sql?raw';
import dropCohortSql from './sql/drop-cohort.sql?raw';
import keepPieceSql from './sql/keep-piece.sql?raw';
import markCohortSql from './sql/mark-cohort.sql?raw';
import piecesSql from './sql/pieces.sql?raw';

/** Episodes that are in the same sets of patients; `within` are the places of these sets, `fingerprint` tells pieces of one snapshot apart. */
export type Piece = Readonly<{ within: readonly number[]; episodes: number; patients: number; fingerprint: string }>;

const found = z.object({ within: z.string(), episodes: z.number(), patients: z.number(), fingerprint: z.string() });

/** The pieces into which sets of patients, given by their filters as search text, cut all episodes; that outside of all of them is within none. */
export async function piecesOf(db: Database, cohorts: readonly string[]): Promise<Piece[]> {
	await run(db, createMarkedSql);
	for (const [place, cohort] of cohorts.entries()) {
		await run(db, cohortSql, selecting(parseFilters(new URLSearchParams(cohort))));
		await run(db, markCohortSql, { place });
		await run(db, dropCohortSql);
	}
	await run(db, createPieceSql);
	return (await rows(db, found, piecesSql)).map((piece) => ({ ...piece, within: piece.within === '' ? [] : piece.within.split(' ').map(Number) }));
}

/** Leaves in the `cohort` of a connection the episodes of one of its pieces. */
export async function selectPiece(db: Database, { within }: Piece): Promise<void> {
	await run(db, cohortSql, selecting(parseFilters(new URLSearchParams())));
	await run(db, keepPieceSql, { within: within.join(' ') });
}

function selecting({ condition, protocol, clinic, therapist, payer, sex, ageBand, chronicity, period }: Filters) {
	return { condition, protocol, clinic, therapist, payer, sex, ageBand, chronicity, period, by: null };
}
