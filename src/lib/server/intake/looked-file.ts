import { z } from 'zod';

/** What a look at a file tells; its records are as they stand and are for this machine alone. */
export const lookedFile = z.object({
	name: z.string(),
	columns: z.array(z.object({ header: z.string(), column: z.string().nullable(), why: z.string(), example: z.string().nullable() })),
	values: z.record(z.string(), z.record(z.string(), z.string())),
	units: z.record(z.string(), z.string()),
	scale: z.record(z.string(), z.number()),
	skip: z.number().optional(),
	/** columns that identify people */
	identifying: z.array(z.object({ header: z.string(), label: z.string(), records: z.number(), of: z.number(), place: z.string() })),
	missing: z.array(z.string()),
	notes: z.array(z.string()),
	questions: z.array(z.string()),
	records: z.array(z.object({ place: z.string(), cells: z.array(z.string().nullable()) })),
});

export type LookedFile = z.infer<typeof lookedFile>;
