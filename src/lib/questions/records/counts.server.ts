import { z } from 'zod';
import { rows, type Database } from '#lib/server/warehouse/database.ts';
import type { Stamp } from '#lib/server/warehouse/stamp.ts';
import type { Asking } from '../question.ts';
import measuresSql from './measures.sql?raw';
import { vocabularyNames } from './result.ts';
import visitsSql from './visits.sql?raw';
import vocabularySql from './vocabulary.sql?raw';

const valueRow = z.object({ filter: z.enum(vocabularyNames), value: z.string(), n: z.number(), patients: z.number() });
const visitsRow = z.object({ clinic: z.string(), month: z.string(), visits: z.number(), patients: z.number() });

export type ValueRow = z.infer<typeof valueRow>;
export type Counts = Readonly<{ values: readonly ValueRow[]; visits: readonly z.infer<typeof visitsRow>[] }>;

const known = new WeakMap<Stamp, Promise<Counts>>();

/** What is counted over the whole snapshot, whatever the filters select. A snapshot never changes, so it is counted once. */
export async function countsOf({ db, stamp }: Pick<Asking, 'db' | 'stamp'>): Promise<Counts> {
	const found = known.get(stamp);
	if (found !== undefined) return found.catch(() => counted(db));
	const counts = counted(db);
	known.set(stamp, counts);
	counts.catch(() => known.delete(stamp));
	return counts;
}

async function counted(db: Database): Promise<Counts> {
	const measures = await rows(db, valueRow, measuresSql);
	return { values: [...(await rows(db, valueRow, vocabularySql)), ...measures], visits: await rows(db, visitsRow, visitsSql) };
}
