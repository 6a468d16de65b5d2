import { identifiers, type ColumnRule, type Identifier } from '#lib/codebook/identifiers.ts';
import { passesCheck } from './passes-check.ts';

/** The identifier that only many values of a column show together, such as bare numbers whose check digits are all right. */
export function identifierOfColumn(values: readonly string[]): Identifier | undefined {
	const distinct = [...new Set(values)];
	return rules.find(({ rule, form }) => follows(distinct, rule, form))?.identifier;
}

const rules = identifiers.flatMap((identifier) => identifier.columns.map((rule) => ({ identifier, rule, form: new RegExp(rule.pattern, rule.ignoreCase ? 'iu' : 'u') })));

function follows(distinct: readonly string[], { values, share, check, starts }: ColumnRule, form: RegExp): boolean {
	const shaped = distinct.filter((value) => form.test(value));
	if (shaped.length < values || shaped.length < share * distinct.length) return false;
	if (check !== undefined && !shaped.every((value) => passesCheck(value, check))) return false;
	return starts === undefined || new Set(shaped.map((value) => value.replaceAll(/[^0-9]/gu, '').slice(0, starts.length))).size >= starts.atLeast;
}
