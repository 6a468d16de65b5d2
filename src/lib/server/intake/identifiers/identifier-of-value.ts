import { identifiers, opaque, type Identifier, type TextKind } from '#lib/codebook/identifiers.ts';
import { identifierNamed } from './identifier-named.ts';
import { holdsNameInProse } from './holds-name-in-prose.ts';
import { isPlainWord } from './is-plain-word.ts';

/** The identifier that a single text holds, where one shows by its form. */
export function identifierOfValue(text: string, kind: TextKind): Identifier | undefined {
	if (kind === 'id' && drawn.test(text)) return undefined;
	const found = rules.find((rule) => rule.kinds.includes(kind) && holds(text, rule.form))?.identifier;
	return found ?? (kind === 'text' && holdsNameInProse(text) ? identifierNamed('name') : undefined);
}

const drawn = new RegExp(opaque, 'u');
const rules = identifiers.flatMap((identifier) => identifier.values.map(({ pattern, ignoreCase, kinds }) => ({ identifier, kinds, form: new RegExp(pattern, ignoreCase ? 'giu' : 'gu') })));

/** Whether a text has a form; where the form says which word would be a name, that must be no common one. */
function holds(text: string, form: RegExp): boolean {
	return [...text.matchAll(form)].some(({ groups }) => groups?.['name'] === undefined || !isPlainWord(groups['name']));
}
