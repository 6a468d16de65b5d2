import { z } from 'zod';

/** What became of a file's records: accepted + duplicates + rejected = read. Blank lines are no records. */
export type FileReport = Readonly<{ name: string; sha256: string; read: number; accepted: number; duplicates: number; rejected: number; ignored: readonly string[] }>;

/** Why records were refused; `first` is the first place, as FILE:LINE. */
export const refusal = z.object({ field: z.string(), reason: z.string(), rows: z.number(), first: z.string() });

export type Refusal = z.infer<typeof refusal>;

/** What was kept and is worth a look; `rows` counts the cases, and `first` is the first place, as FILE:LINE. */
export const flag = z.object({ rule: z.string(), field: z.string(), rows: z.number(), first: z.string() });

export type Flag = z.infer<typeof flag>;

/** In how many visits an import changed what the warehouse held, by field. */
export const change = z.object({ field: z.string(), visits: z.number() });

export type Change = z.infer<typeof change>;

export type ImportReport = Readonly<{
	/** `unchanged`: nothing new. `dry run`: all would have gone well. `refused`: not one record was acceptable. */
	outcome: 'published' | 'unchanged' | 'dry run' | 'refused';
	snapshot: string | null;
	synthetic: boolean;
	read: number;
	accepted: number;
	duplicates: number;
	rejected: number;
	sessions: number;
	files: readonly FileReport[];
	refusals: readonly Refusal[];
	flags: readonly Flag[];
	changed: readonly Change[];
	quarantine: string | null;
	notes: readonly string[];
}>;

/** 0 all in, 2 published with records in quarantine, 1 nothing changed because it was refused. */
export function exitCode({ outcome, rejected }: ImportReport): 0 | 1 | 2 {
	if (outcome === 'refused') return 1;
	return rejected > 0 ? 2 : 0;
}
