import { fields, type FieldName } from '#lib/record/fields.ts';
import { literal } from '#lib/record/sql.ts';

/** A rule across the fields of one record, in SQL over its typed values and `measured`, the range of its measure; `broken` is never null. */
export type RowRule = Readonly<{ field: FieldName; broken: string; reason: string }>;

export const rowRules: readonly RowRule[] = [
	...fields
		.filter(({ required }) => required === 'always')
		.map(({ name }) => ({ field: name, broken: `${name} IS NULL`, reason: literal(`${name} is missing`) })),
	{
		field: 'session_date',
		broken: 'session_date IS NULL AND session_number IS NULL',
		reason: literal('session_date is missing, and session_number too'),
	},
	{
		field: 'measure',
		broken: 'score IS NOT NULL AND measure IS NULL',
		reason: literal('measure is missing, so nobody can tell what score means'),
	},
	{
		field: 'score',
		broken: 'coalesce(score < measured.minimum OR score > measured.maximum, false)',
		reason: `format('score must be within the range of its measure, {:g} to {:g}', measured.minimum, measured.maximum)`,
	},
	{
		field: 'score',
		broken: 'coalesce(measured.holds_pain_before AND score <> pain_before, false)',
		reason: literal('score and pain_before are the same measure and disagree'),
	},
];
