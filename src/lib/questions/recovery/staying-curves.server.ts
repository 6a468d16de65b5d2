import { z } from 'zod';
import type { Measure } from '#lib/codebook/schema.ts';
import { rows, run, type Database } from '#lib/server/warehouse/database.ts';
import { chancesToStay } from './chances-to-stay.ts';
import createFollowedSql from './create-followed.sql?raw';
import { byGroup, type OfGroup } from './by-group.ts';
import { stayingCurve, type StayingCurve } from './staying-curve.ts';
import stayingSql from './staying.sql?raw';
import weightedSql from './weighted.sql?raw';

const group = { group: z.number() };
const cellRow = z.object({ ...group, session: z.number(), baseline: z.number(), latest: z.number(), n: z.number(), stayed: z.number() });
const sumsRow = z
	.object({ ...group, session: z.number(), weights: z.number(), squares: z.number(), scores: z.number(), square_scores: z.number(), square_products: z.number() })
	.transform(({ square_scores: squareScores, square_products: squareProducts, ...sums }) => ({ ...sums, squareScores, squareProducts }));

/** The weighted curve of each group of `scored`: counts come out of the database, the fitted chances go back in, and sums come out. */
export async function stayingCurves(db: Database, { minimum, maximum }: Pick<Measure, 'minimum' | 'maximum'>, { lastSession, one }: Readonly<{ lastSession: number; one: string }>): Promise<(group: OfGroup) => StayingCurve> {
	await run(db, createFollowedSql, { minimum, maximum, lastSession });
	const cells = await rows(db, cellRow, stayingSql);
	const cellsOf = byGroup(cells);
	const fits = [...new Set(cells.map((cell) => cell.group))].map((each) => ({ group: each, fit: chancesToStay(cellsOf({ group: each })) }));
	const fitOf = byGroup(fits);
	const chances = fits.flatMap(({ group: of, fit }) => ('reason' in fit ? [] : cellsOf({ group: of }).map(({ session, baseline, latest }, place) => ({ group: of, session, baseline, latest, chance: fit[place] ?? 0 }))));
	const uncertain = chances.filter(({ chance }) => chance > 0 && chance < 1);
	const sumsOf = byGroup(await rows(db, sumsRow, weightedSql, { chances: JSON.stringify(uncertain) }));
	return (each) => {
		const fit = fitOf(each)[0]?.fit;
		return fit !== undefined && 'reason' in fit ? { points: new Map(), notWeighted: fit.reason } : stayingCurve(sumsOf(each), one);
	};
}
