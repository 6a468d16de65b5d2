import { z } from 'zod';
import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import { oneRow, rows } from '#lib/server/warehouse/database.ts';
import type { Asking, Question } from '../question.ts';
import { method } from './method.ts';
import { protect } from './protect.server.ts';
import type { TechniqueResult } from './result.ts';
import sharesSql from './shares.sql?raw';
import spreadsSql from './spreads.sql?raw';
import { table } from './table.ts';
import therapistsSql from './therapists.sql?raw';

const shareRow = z.object({
	figure: z.string(),
	name: z.string(),
	n: z.number(),
	count: z.number(),
	patients: z.number(),
	soPatients: z.number(),
	otherPatients: z.number(),
	squares: z.number(),
});
const spreadRow = z.object({ figure: z.string(), n: z.number(), patients: z.number(), q1: z.number(), median: z.number(), q3: z.number() });
const therapistRow = z.object({ n: z.number(), count: z.number() });

export type RawShare = z.infer<typeof shareRow>;
export type RawSpread = z.infer<typeof spreadRow>;
export type RawTechnique = Readonly<{ shares: readonly RawShare[]; spreads: readonly RawSpread[]; therapists: z.infer<typeof therapistRow> }>;

/** Bounds of the minutes that needles stay in place: round figures, none of them from a study. */
const minutes = [5, 10, 15, 20, 30];

export const technique: Question<RawTechnique, TechniqueResult> = { title: 'What was treated, how, and who paid', method, ask, protect, caveats, table };

async function ask({ db, codebook }: Asking): Promise<RawTechnique> {
	const order = codebookOrder(codebook);
	const shares = await rows(db, shareRow, sharesSql, { minutes: minutes.map(String) });
	return {
		shares: [...shares].sort((a, b) => a.figure.localeCompare(b.figure) || (a.figure === 'condition' ? order({ condition: a.name }, { condition: b.name }) : 0)),
		spreads: await rows(db, spreadRow, spreadsSql),
		therapists: await oneRow(db, therapistRow, therapistsSql),
	};
}

function caveats(_: TechniqueResult, { minimumCell }: Asking): string[] {
	return [
		'Shares are of the visits that say it: a visit that says nothing of ultrasound, say, counts neither way.',
		`Numbers that rest on fewer than ${minimumCell} patients, and those from which they could be derived, are withheld.`,
	];
}
