import { z } from 'zod';
import { codebook } from '#lib/codebook/schema.ts';
import { oneRow, type Database } from './database.ts';
import stampSql from './sql/stamp.sql?raw';

/** What a snapshot says of itself. `catalog` is the name that it is attached under. */
export type Stamp = z.infer<typeof stamp>;

const stamp = z.object({
	id: z.string(),
	publishedAt: z.string(),
	synthetic: z.boolean(),
	sessions: z.number(),
	episodes: z.number(),
	patients: z.number(),
	datePrecision: z.enum(['month', 'year']),
	fingerprint: z.string(),
	codebook: z.string().transform((text) => codebook.parse(JSON.parse(text))),
});

export async function readStamp(db: Database): Promise<Stamp> {
	return oneRow(db, stamp, stampSql);
}
