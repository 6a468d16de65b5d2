import { z } from 'zod';
import { change, flag, refusal, type ImportReport } from '../report.ts';

const report = z.object({
	outcome: z.enum(['published', 'unchanged', 'dry run', 'refused']),
	snapshot: z.string().nullable(),
	synthetic: z.boolean(),
	read: z.number(),
	accepted: z.number(),
	duplicates: z.number(),
	rejected: z.number(),
	sessions: z.number(),
	files: z.array(z.object({ name: z.string(), sha256: z.string(), read: z.number(), accepted: z.number(), duplicates: z.number(), rejected: z.number(), ignored: z.array(z.string()) })),
	refusals: z.array(refusal),
	flags: z.array(flag),
	changed: z.array(change),
	quarantine: z.string().nullable(),
	notes: z.array(z.string()),
});

/** The report that the command wrote; undefined where it did not get that far. */
export function readReport(output: string): ImportReport | undefined {
	return output.trim() === '' ? undefined : report.parse(JSON.parse(output));
}
