import { identifiers, type Identifier } from '#lib/codebook/identifiers.ts';
import { headerWords } from './header-words.ts';

const yesOrNo = /^(yes|no|y|n|true|false|0|1|ja|nein|oui|non|si|sí)$/iu;

/** The identifier that a column holds by its header, unless all of `values`, a sample of what stands below, give nobody away. */
export function identifierOfHeader(header: string, values: readonly string[]): Identifier | undefined {
	const words = headerWords(header);
	return listed.find(({ identifier, whole, phrases, unless }) => {
		const named = whole.has(words) || phrases.some((phrase) => words.includes(phrase));
		return named && !unless.some((phrase) => words.includes(phrase)) && !areHarmless(identifier, values);
	})?.identifier;
}

const listed = identifiers.map((identifier) => ({
	identifier,
	whole: new Set(identifier.headers.whole.map(headerWords)),
	phrases: identifier.headers.words.map(headerWords),
	unless: identifier.headers.unless.map(headerWords),
}));

function areHarmless({ headers: { harmless } }: Identifier, values: readonly string[]): boolean {
	if (values.length === 0) return false;
	if (values.every((value) => yesOrNo.test(value))) return true;
	if (harmless === undefined) return false;
	const form = new RegExp(harmless.pattern, 'u');
	return values.every((value) => form.test(value) && !harmless.except.includes(value.slice(0, 3)));
}
