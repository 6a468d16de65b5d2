import { fields, type FieldName } from '#lib/record/fields.ts';
import type { Mapping } from './mapping.ts';

/** What a record needs and neither a column nor a constant of the mapping gives, in words. */
export function missingColumns(columns: readonly (FieldName | undefined)[], { constants = {} }: Mapping): string[] {
	const has = (name: FieldName) => columns.includes(name) || name in constants;
	return [
		...fields.filter(({ name, required }) => required === 'always' && !has(name)).map(({ name }) => name),
		...(has('session_number') || has('session_date') ? [] : ['session_number or session_date']),
		...(has('pain_before') || (has('measure') && has('score')) ? [] : ['a score (pain_before, or measure with score)']),
	];
}
