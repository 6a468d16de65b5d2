import { z } from 'zod';

/** What became of a file, as the program that imports them all tells it. */
export const outcome = z.object({
	file: z.string(),
	exit: z.number(),
	counts: z.object({ read: z.number(), accepted: z.number(), duplicates: z.number(), rejected: z.number() }).partial(),
	/** all that a person gets to read: the error, or the report and the quarantine file */
	words: z.string(),
	/** what stands in the warehouse afterwards and should not */
	left: z.array(z.string()),
	seconds: z.number(),
	/** the most memory that the program has had so far, in MiB */
	peak: z.number(),
});

export type Outcome = z.infer<typeof outcome>;
