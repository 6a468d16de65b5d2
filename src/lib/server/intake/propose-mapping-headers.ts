import { fields, type FieldName } from '#lib/record/fields.ts';
import { withoutUnit } from './header-unit.ts';
import { headerWords } from './header-words.ts';
import { plainHeader, type Mapping } from './mapping.ts';

/** Why a header may be a canonical column; `from` is the mapping that knows it, `given` whether a person named it. */
export type Evidence = Readonly<{ field: FieldName; confidence: number; why: string; given: boolean; from?: string }>;

type Known = Readonly<{ field: FieldName; header: string; words: readonly string[]; from?: string }>;

/** What is known of headers: by the mapping that a person gave, and by the shipped ones. */
export type KnownHeaders = Readonly<{ given: readonly Known[]; shipped: readonly Known[] }>;

/** Gathers the headers that mappings know; of the shipped ones, those that may speak for a file, the ones that know most of its headers first. */
export function knownHeaders(headers: readonly string[], shipped: readonly Mapping[], given: Mapping): KnownHeaders {
	const present = new Set(headers.map(folded));
	const known = (map: Mapping) => knownTo(map).filter(({ words }) => present.has(words.join(' '))).length;
	const fitting = shipped.filter(({ recognisedBy = [] }) => recognisedBy.every((header) => present.has(folded(header))));
	return { given: knownTo(given), shipped: fitting.toSorted((a, b) => known(b) - known(a)).flatMap(knownTo) };
}

/** The canonical column that a header is known to be, by the mapping given, by its own name or by a shipped mapping. */
export function knownColumn(header: string, known: KnownHeaders): FieldName | undefined {
	return exactEvidence(header, known)[0]?.field;
}

/** What the name of a header says, the surest first: it is named by the mapping given, canonical, known to a shipped mapping, or like a known name. */
export function headerEvidence(header: string, known: KnownHeaders): Evidence[] {
	const exact = exactEvidence(header, known);
	if (exact.length > 0) return exact;
	const bare = withoutUnit(header);
	const named = bare === undefined ? [] : [...exactEvidence(bare, known), ...firstOfEach(known.shipped.filter((each) => folded(withoutUnit(each.header) ?? '') === folded(bare)).map(({ field, from }) => evidence(field, 0.95, '', from)))];
	if (named.length > 0) return named.map((each) => ({ ...each, confidence: 0.9 * each.confidence, why: `is "${bare ?? ''}"` }));
	const own = headerWords(header);
	const names: Known[] = [...fields.map(({ name }) => ({ field: name, header: name, words: headerWords(name) })), ...known.shipped];
	const like = names.map((name) => ({ ...name, share: sharedWords(own, name.words) * (saysOther(own, name.field, names) ? 0.6 : 1) })).filter(({ share }) => share >= 0.6);
	return firstOfEach(like.toSorted((a, b) => b.share - a.share).map(({ field, header: name, share, from }) => evidence(field, 0.85 * share, `is like "${name}"`, from)));
}

function exactEvidence(header: string, { given, shipped }: KnownHeaders): Evidence[] {
	const text = folded(header);
	const named = given.filter(({ words }) => words.join(' ') === text);
	if (named.length > 0) return firstOfEach(named.map(({ field, from }) => ({ ...evidence(field, 1, 'the mapping names it', from), given: true })));
	const canonical = fields.filter(({ name }) => plainHeader(header) === name);
	if (canonical.length > 0) return canonical.map(({ name }) => evidence(name, 1, 'is its name'));
	return firstOfEach(shipped.filter(({ words }) => words.join(' ') === text).map(({ field, from }) => evidence(field, 0.95, `known to ${from ?? ''}`, from)));
}

function evidence(field: FieldName, confidence: number, why: string, from?: string): Evidence {
	return { field, confidence, why, given: false, ...(from !== undefined && { from }) };
}

function firstOfEach(found: readonly Evidence[]): Evidence[] {
	return [...new Map(found.toReversed().map((each) => [each.field, each])).values()].toReversed();
}

function knownTo({ name: from, columns }: Mapping): Known[] {
	return fields.flatMap(({ name }) => (columns[name] ?? []).map((header) => ({ field: name, header, words: headerWords(header), from })));
}

function folded(header: string): string {
	return headerWords(header).join(' ');
}

/** Whether a word is one of another column's names and none of this one's, as "after" is not of pain before. */
function saysOther(own: readonly string[], field: FieldName, names: readonly Known[]): boolean {
	return own.some((word) => {
		const having = names.filter(({ words }) => words.some((other) => alike(word, other)));
		return having.length > 0 && having.every((each) => each.field !== field);
	});
}

/** Twice the words that two names share by the number of their words. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
	const shared = a.filter((word) => b.some((other) => alike(word, other))).length;
	return a.length + b.length === 0 ? 0 : (2 * Math.min(shared, b.length)) / (a.length + b.length);
}

/** One letter wrong, missing, added or changed with its neighbour is forgiven in a word of five or more. */
function alike(a: string, b: string): boolean {
	if (a === b) return true;
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (short.length < 5 || long.length - short.length > 1) return false;
	const start = [...short].findIndex((letter, place) => letter !== long[place]);
	if (start === -1) return true;
	const rest = (text: string, from: number) => text.slice(start + from);
	if (short.length < long.length) return rest(short, 0) === rest(long, 1);
	return rest(short, 1) === rest(long, 1) || (rest(short, 2) === rest(long, 2) && short[start] === long[start + 1] && short[start + 1] === long[start]);
}
