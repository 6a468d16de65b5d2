import { z } from 'zod';

const count = z.int().min(0);

/** What an import must make of a file; the counts stand where it is read at all. */
export const verdict = z.strictObject({
	/** below files/, or below the folder of generated files where it begins with `generated/`; a folder is one export */
	file: z.string(),
	options: z
		.strictObject({
			dates: z.string(),
			decimal: z.string(),
			unit: z.array(z.string()),
			'whole-ids': z.string(),
			missing: z.array(z.string()),
			skip: z.string(),
			map: z.literal('auto'),
			sheet: z.string(),
			identifiers: z.literal('drop'),
			pseudonymize: z.literal(true),
		})
		.partial()
		.optional(),
	exit: z.union([z.literal(0), z.literal(1), z.literal(2)]),
	read: count.optional(),
	accepted: count.optional(),
	duplicates: count.optional(),
	rejected: count.optional(),
	/** what the person who imports must be told */
	says: z.array(z.string()),
	/** what must stand nowhere, beside the ids of patients */
	never: z.array(z.string()).optional(),
});

export type Verdict = z.infer<typeof verdict>;

export const verdicts = z.array(verdict);
