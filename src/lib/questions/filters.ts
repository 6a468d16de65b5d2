import { z } from 'zod';
import type { Filters } from './answer.ts';

const value = z.string().trim().min(1).max(120);
const list = z.array(z.string()).transform((values) => [...new Set(values.filter((text) => value.safeParse(text).success))].sort());

/** URL and CLI names of the filters that take any number of values, with the property each becomes and its label. */
export const listFilters = [
	{ name: 'condition', property: 'condition', label: 'Condition' },
	{ name: 'protocol', property: 'protocol', label: 'Protocol' },
	{ name: 'clinic', property: 'clinic', label: 'Clinic' },
	{ name: 'therapist', property: 'therapist', label: 'Therapist' },
	{ name: 'payer', property: 'payer', label: 'Payer' },
	{ name: 'sex', property: 'sex', label: 'Sex' },
	{ name: 'age-band', property: 'ageBand', label: 'Age' },
	{ name: 'chronicity', property: 'chronicity', label: 'Chronicity' },
	{ name: 'period', property: 'period', label: 'Started in' },
] as const;

/** URL and CLI names of the filters that take one value. */
export const singleFilters = ['measure', 'threshold', 'rebase', 'by', 'axis', 'delta'] as const;

/** What each condition can be parted by. */
export const partings = ['protocol', 'clinic', 'chronicity'] as const;

/** No measure has a range as wide as this. */
const mostPoints = 10_000;

const schema = z.object({
	condition: list,
	protocol: list,
	clinic: list,
	therapist: list,
	payer: list,
	sex: list,
	ageBand: list,
	chronicity: list,
	period: list,
	measure: value.nullable().catch(null),
	threshold: value.nullable().catch(null),
	rebase: z
		.string()
		.regex(/^[0-9]{4}-[0-9]{2}$/)
		.nullable()
		.catch(null),
	by: z.enum(partings).nullable().catch(null),
	axis: z.literal('weeks').nullable().catch(null),
	delta: value
		.transform(Number)
		.pipe(z.number().positive().max(mostPoints))
		.nullable()
		.catch(null),
});

/** Reads filters from URL parameters or CLI flags by the same names; what cannot be read falls back to its default. */
export function parseFilters(parameters: URLSearchParams): Filters {
	const lists = listFilters.map(({ name, property }) => [property, parameters.getAll(name)]);
	return schema.parse({ ...Object.fromEntries(lists), ...Object.fromEntries(singleFilters.map((name) => [name, parameters.get(name)])) });
}

/** The inverse of `parseFilters`: equal filters give equal text. */
export function searchOf(filters: Filters): URLSearchParams {
	const parameters = new URLSearchParams();
	for (const { name, property } of listFilters) for (const each of filters[property]) parameters.append(name, each);
	for (const name of singleFilters) {
		const each = filters[name];
		if (each !== null) parameters.set(name, String(each));
	}
	return parameters;
}
