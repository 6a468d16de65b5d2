import { identifiers, type Identifier, type TextKind } from '#lib/codebook/identifiers.ts';

/** The identifier that a single text holds, where one shows by its form. */
export function identifierOfValue(text: string, kind: TextKind): Identifier | undefined {
	return rules.find((rule) => rule.kinds.includes(kind) && rule.form.test(text))?.identifier;
}

const rules = identifiers.flatMap((identifier) => identifier.values.map(({ pattern, ignoreCase, kinds }) => ({ identifier, kinds, form: new RegExp(pattern, ignoreCase ? 'iu' : 'u') })));
