import { z } from 'zod';
import { oneRow, rows } from '#lib/server/warehouse/database.ts';
import type { Asking, Question } from '../question.ts';
import fieldsSql from './fields.sql?raw';
import flowSql from './flow.sql?raw';
import followUpSql from './follow-up.sql?raw';
import intakeSql from './intake.sql?raw';
import { method } from './method.ts';
import { protect } from './protect.server.ts';
import type { CompletenessResult } from './result.ts';
import { table } from './table.ts';

const recordsRow = z.object({ read: z.number(), accepted: z.number(), duplicates: z.number(), rejected: z.number() });
const flowRow = z.object({ reached: z.number(), n: z.number(), patients: z.number(), dischargedPatients: z.number() });
const followUpRow = z.object({
	dimension: z.enum(['all', 'clinic', 'month']),
	value: z.string(),
	episodes: z.number(),
	followed: z.number(),
	followedPatients: z.number(),
	otherPatients: z.number(),
	bothFollowed: z.number(),
	oneFollowed: z.number(),
	noneFollowed: z.number(),
});
const fieldRow = z.object({ dimension: z.enum(['all', 'clinic', 'month']), value: z.string(), field: z.string(), visits: z.number(), missing: z.number(), missingPatients: z.number(), presentPatients: z.number() });

export type RawFollowUp = z.infer<typeof followUpRow>;
export type RawField = z.infer<typeof fieldRow>;
export type RawCompleteness = Readonly<{
	records: z.infer<typeof recordsRow>;
	flow: readonly z.infer<typeof flowRow>[];
	followUp: readonly RawFollowUp[];
	fields: readonly RawField[];
}>;

export const completeness: Question<RawCompleteness, CompletenessResult> = { title: 'What is missing, and who left unseen', method, ask, protect, caveats, table };

async function ask({ db, measure }: Asking): Promise<RawCompleteness> {
	return {
		records: await oneRow(db, recordsRow, intakeSql),
		flow: await rows(db, flowRow, flowSql, { measure: measure.id }),
		followUp: await rows(db, followUpRow, followUpSql, { measure: measure.id }),
		fields: await rows(db, fieldRow, fieldsSql, { measure: measure.id }),
	};
}

function caveats(_: CompletenessResult, { minimumCell }: Asking): string[] {
	return [
		'Records read are those of the whole snapshot; the steps and fields are of the episodes that the filters select.',
		'An episode that is still going on may yet have a later score or a discharge reason.',
		'Whether values are missing by chance cannot be told from what was recorded; those who left may differ from those who stayed.',
		`Numbers that rest on fewer than ${minimumCell} patients, and those from which they could be derived, are withheld.`,
	];
}
