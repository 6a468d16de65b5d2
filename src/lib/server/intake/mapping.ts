import { z } from 'zod';
import { fields, type FieldName } from '#lib/record/fields.ts';
import { isUnitOf, unitsOf } from './units.ts';

const fieldName = z.string().refine((name) => fields.some((field) => field.name === name), { error: (issue) => `must be a canonical column: ${String(issue.input)}` });

const numericName = z.string().refine((name) => unitsOf(name) !== undefined, { error: (issue) => `must be a column of numbers: ${String(issue.input)}` });

export const dateOrders = ['year-month-day', 'day-month-year', 'month-day-year'] as const;

/** How dates are written. Years of two digits below `pivot` are of this century, the others of the last; `months` gives the numbers of months by the names that are met, and `weekdays` are words before a date that are left out. */
const dates = z.strictObject({ order: z.enum(dateOrders).optional(), pivot: z.int().min(0).max(100).optional(), months: z.record(z.string().regex(/^\p{L}{3,}$/u), z.int().min(1).max(12)).optional(), weekdays: z.array(z.string().regex(/^\p{L}{2,}(-\p{L}+)?$/u)).optional() });

/**
 * How the columns of an export become canonical ones. Its headers are proposed only for files that have all those of
 * `recognisedBy`. `columns` gives the headers that a canonical column may have in the
 * export; `values` the codebook id, or else the text, that a word of the export stands for, by canonical column. `units` and
 * `scale` say what numbers are to be multiplied by, `beside` what stands beside them and is left out; `constants` what is the same for every row and stands in no column;
 * `wholeIds` that identifiers have lost nothing but a trailing ".0"; `missing` which words stand for no value, in all columns or by column; `ignore` which headers are never read; `skip` how many lines stand above the header.
 */
export const mapping = z
	.strictObject({
		name: z.string().min(1),
		description: z.string().optional(),
		recognisedBy: z.array(z.string().min(1)).optional(),
		columns: z.record(fieldName, z.array(z.string().min(1))).default({}),
		values: z.record(fieldName, z.record(z.string(), z.string().min(1))).default({}),
		dates: dates.optional(),
		decimal: z.enum(['.', ',']).optional(),
		units: z.record(numericName, z.string()).optional(),
		scale: z.record(numericName, z.number().positive()).optional(),
		beside: z.record(numericName, z.array(z.string().min(1))).optional(),
		constants: z.record(fieldName, z.string().min(1)).optional(),
		wholeIds: z.boolean().optional(),
		missing: z.union([z.array(z.string().min(1)), z.record(fieldName, z.array(z.string().min(1)))]).optional(),
		ignore: z.array(z.string().min(1)).optional(),
		skip: z.int().min(0).max(1000).optional(),
	})
	.superRefine(({ units = {}, scale = {}, constants = {}, columns }, context) => {
		const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
		for (const [name, unit] of Object.entries(units)) {
			if (!isUnitOf(name, unit)) refuse(['units', name], `must be one of ${unitsOf(name)?.join(', ') ?? ''}: ${unit}`);
			if (name in scale) refuse(['scale', name], `must not stand beside units.${name}: keep one of them`);
		}
		for (const name of Object.keys(constants)) if (name in columns) refuse(['constants', name], `must not stand beside columns.${name}: keep one of them`);
	});

export type Mapping = z.infer<typeof mapping>;

export type DateOrder = (typeof dateOrders)[number];

export type Headers = Readonly<{
	/** the canonical column of each header, in the file's order; undefined for one that nobody knows */
	columns: readonly (FieldName | undefined)[];
	/** headers of columns that are not read */
	ignored: readonly string[];
}>;

/** Finds the canonical column of each header: by the mapping, else by its own name where the mapping finds no other; case, spaces and hyphens do not matter. */
export function matchHeaders(headers: readonly string[], { columns, ignore = [] }: Mapping): Headers {
	const mapped = new Map(Object.entries(columns).flatMap(([name, sources]) => sources.map((header) => [plainHeader(header), name])));
	const claimed = new Set(headers.flatMap((header) => mapped.get(plainHeader(header)) ?? []));
	const left = new Set(ignore.map(plainHeader));
	const matched = headers.map((header) => {
		if (left.has(plainHeader(header))) return undefined;
		const name = mapped.get(plainHeader(header)) ?? (claimed.has(plainHeader(header)) ? undefined : plainHeader(header));
		return fields.find((field) => field.name === name)?.name;
	});
	return { columns: matched, ignored: headers.filter((_, index) => matched[index] === undefined) };
}

/** The form in which headers are compared. */
export function plainHeader(header: string): string {
	return header
		.normalize('NFKC')
		.replaceAll(/\p{Cf}/gu, '')
		.trim()
		.toLowerCase()
		.replaceAll(/[\s._-]+/gu, '_');
}
