import { z } from 'zod';
import { fields, type FieldName } from '#lib/record/fields.ts';

const names = new Set<string>(fields.map((field) => field.name));
const fieldName = z.string().refine((name) => names.has(name), { error: (issue) => `must be a canonical column: ${String(issue.input)}` });

/**
 * How the columns of an export become canonical ones. `columns` gives the headers that a canonical column may have in the
 * export; `values` the codebook id for a word of the export, by canonical column.
 */
export const mapping = z.strictObject({
	name: z.string().min(1),
	description: z.string().optional(),
	columns: z.record(fieldName, z.array(z.string().min(1))).default({}),
	values: z.record(fieldName, z.record(z.string(), z.string().min(1))).default({}),
});

export type Mapping = z.infer<typeof mapping>;

export type Headers = Readonly<{
	/** the canonical column of each header, in the file's order; undefined for one that nobody knows */
	columns: readonly (FieldName | undefined)[];
	/** headers of columns that are not read */
	ignored: readonly string[];
}>;

/** Finds the canonical column of each header: by the mapping, else by its own name where the mapping finds no other; case, spaces and hyphens do not matter. */
export function matchHeaders(headers: readonly string[], { columns }: Mapping): Headers {
	const mapped = new Map(Object.entries(columns).flatMap(([name, sources]) => sources.map((header) => [plain(header), name])));
	const claimed = new Set(headers.flatMap((header) => mapped.get(plain(header)) ?? []));
	const matched = headers.map((header) => {
		const name = mapped.get(plain(header)) ?? (claimed.has(plain(header)) ? undefined : plain(header));
		return fields.find((field) => field.name === name)?.name;
	});
	return { columns: matched, ignored: headers.filter((_, index) => matched[index] === undefined) };
}

function plain(header: string): string {
	return header
		.trim()
		.toLowerCase()
		.replaceAll(/[\s.-]+/gu, '_');
}
