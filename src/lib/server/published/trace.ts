import { z } from 'zod';

/**
 * What the guard remembers of a figure that was told, without a row of any patient: the snapshot, the sets of patients that it tells of (`cohorts`, the one that its
 * filters select first), the exact numbers behind the rounded ones of each view, and how many were in each piece into which all told of until then cut that snapshot.
 */
export type Trace = z.infer<typeof trace>;

export const trace = z.object({
	snapshot: z.string(),
	cohorts: z.array(z.string()).min(1),
	views: z.array(z.object({ view: z.string(), cells: z.record(z.string(), z.number()) })),
	cut: z.object({ cohorts: z.array(z.string()), pieces: z.array(z.object({ within: z.array(z.number()), episodes: z.number(), patients: z.number() })) }),
});
