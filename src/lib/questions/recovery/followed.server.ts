import { z } from 'zod';
import type { Measure } from '#lib/codebook/schema.ts';
import { rows, run, type Database } from '#lib/server/warehouse/database.ts';
import type { WeightedSums } from '#lib/statistics/hajek-mean.ts';
import type { OfGroup } from './by-group.ts';
import type { StayingCell } from './chances-to-stay.ts';
import createFollowedSql from './create-followed.sql?raw';
import { lastModelled } from './last-modelled.ts';
import stayingSql from './staying.sql?raw';
import weightedSql from './weighted.sql?raw';

const group = { group: z.number() };
const cellRow = z.object({ ...group, session: z.number(), baseline: z.number(), latest: z.number(), n: z.number(), stayed: z.number() });
const sumsRow = z
	.object({ ...group, session: z.number(), weights: z.number(), squares: z.number(), scores: z.number(), square_scores: z.number(), square_products: z.number() })
	.transform(({ square_scores: squareScores, square_products: squareProducts, ...sums }) => ({ ...sums, squareScores, squareProducts }));

/** The chance to have a later score of the episodes of a cell. */
export type Chance = OfGroup & Pick<StayingCell, 'session' | 'baseline' | 'latest'> & Readonly<{ chance: number }>;

/**
 * Episodes with a score at session 1, up to their last score: how many of them stayed, and sums of their scores, each weighted by one over
 * the product of the chances of its episode so far; a chance that is not given is 1.
 */
export type Followed = Readonly<{
	cells: readonly (OfGroup & StayingCell)[];
	weighted(chances: readonly Chance[]): Promise<readonly (OfGroup & WeightedSums & Readonly<{ session: number }>)[]>;
}>;

/** Those of `scored`: counts come out of the database, the fitted chances go back in, and sums come out. */
export async function followed(db: Database, { minimum, maximum }: Pick<Measure, 'minimum' | 'maximum'>): Promise<Followed> {
	await run(db, createFollowedSql, { minimum, maximum, lastSession: lastModelled });
	return {
		cells: await rows(db, cellRow, stayingSql),
		weighted: (chances) => rows(db, sumsRow, weightedSql, { chances: JSON.stringify(chances) }),
	};
}
