import { z } from 'zod';
import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import { rows } from '#lib/server/warehouse/database.ts';
import type { AskedWith, Asking, HeldAsking, Question, Table } from '../question.ts';
import afterSql from './after.sql?raw';
import { departureHeld } from './departure-held.server.ts';
import { method } from './method.ts';
import { protect } from './protect.server.ts';
import reasonsSql from './reasons.sql?raw';
import type { DepartureResult } from './result.ts';

const afterRow = z.object({ condition: z.string(), session: z.number(), stayed: z.boolean(), n: z.number(), patients: z.number(), mean: z.number(), sd: z.number().nullable() });
const reasonRow = z.object({ condition: z.string(), reason: z.string(), n: z.number(), patients: z.number() });

export type RawAfter = z.infer<typeof afterRow>;
export type RawReason = z.infer<typeof reasonRow>;
export type RawDeparture = Readonly<{ after: readonly RawAfter[]; reasons: readonly RawReason[] }>;

export const departure: Question<RawDeparture, DepartureResult> = { title: 'Who left, and when', method, ask, askHeld, protect, caveats, table };

async function ask({ db, measure, codebook }: Asking): Promise<RawDeparture> {
	const after = await rows(db, afterRow, afterSql, { measure: measure.id });
	const reasons = await rows(db, reasonRow, reasonsSql);
	return { after, reasons: reasons.sort(codebookOrder(codebook)) };
}

function askHeld(asking: HeldAsking): Promise<RawDeparture> | undefined {
	const scores = asking.held.courses.scoresOf(asking.measure.id);
	return scores && departureHeld(asking, scores);
}

function caveats(_: DepartureResult, { minimumCell }: AskedWith): string[] {
	return [
		'An episode that is still going on counts as having no later visit.',
		`Numbers that rest on fewer than ${minimumCell} patients, and those from which they could be derived, are withheld.`,
	];
}

function table({ groups }: DepartureResult): Table {
	const columns = ['condition', 'session', 'left_n', 'left_mean', 'left_lower', 'left_upper', 'stayed_n', 'stayed_mean', 'stayed_lower', 'stayed_upper', 'suppressed'];
	const rows = groups.flatMap(({ condition, after }) =>
		after.map(({ session, left, stayed, suppressed }) => [
			...[condition, session],
			...[left, stayed].flatMap((part) => [part?.n ?? null, part?.mean ?? null, part?.lower ?? null, part?.upper ?? null]),
			String(suppressed),
		]),
	);
	return { columns, rows };
}
