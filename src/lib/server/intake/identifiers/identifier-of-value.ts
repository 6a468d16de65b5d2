import { identifiers, opaque, type Identifier, type TextKind } from '#lib/codebook/identifiers.ts';
import { identifierNamed } from './identifier-named.ts';
import { holdsNameInProse } from './holds-name-in-prose.ts';

/** The identifier that a single text holds, where one shows by its form. */
export function identifierOfValue(text: string, kind: TextKind): Identifier | undefined {
	if (kind === 'id' && drawn.test(text)) return undefined;
	const found = rules.find((rule) => rule.kinds.includes(kind) && rule.form.test(text))?.identifier;
	return found ?? (kind === 'text' && holdsNameInProse(text) ? identifierNamed('name') : undefined);
}

const drawn = new RegExp(opaque, 'u');
const rules = identifiers.flatMap((identifier) => identifier.values.map(({ pattern, ignoreCase, kinds }) => ({ identifier, kinds, form: new RegExp(pattern, ignoreCase ? 'iu' : 'u') })));
