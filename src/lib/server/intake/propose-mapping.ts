import type { Codebook } from '#lib/codebook/schema.ts';
import { fields, type FieldName } from '#lib/record/fields.ts';
import type { Mapping } from './mapping.ts';
import { headerUnit } from './header-unit.ts';
import { missingColumns } from './missing-columns.ts';
import { headerEvidence, knownHeaders, type Evidence } from './propose-mapping-headers.ts';
import { codebookWords, exampleOf, fitOf, sampleOf, type Sample, type Words } from './propose-mapping-values.ts';
import { unitsOf } from './units.ts';

/** What a header is proposed to be; `column` is null where it is not to be read, and `example` where a value must not be shown. */
export type ProposedColumn = Readonly<{ header: string; column: FieldName | null; why: string; confidence: number; example: string | null }>;

export type Proposal = Readonly<{
	/** the mapping that was given, and the columns that were found */
	mapping: Mapping;
	columns: readonly ProposedColumn[];
	/** what only a person can say */
	questions: readonly string[];
	/** what a record needs and no column gives */
	missing: readonly string[];
}>;

type Candidate = Evidence & Readonly<{ index: number }>;

const blank: Sample = { texts: [], terms: [] };

/** Below this a column is named as a possibility and not read. */
const sureEnough = 0.6;
/** Two columns as close as this could each be the one. */
const tooClose = 0.04;

/**
 * Proposes what the headers of a file are, from their names and from sampled records, whose texts stand in the order of the
 * headers. What `given` says is taken as it is; no canonical column is claimed twice.
 */
export function proposeMapping(headers: readonly string[], records: readonly (readonly (string | null)[])[], codebook: Codebook, shipped: readonly Mapping[], given: Mapping): Proposal {
	const words = codebookWords(codebook);
	const samples = headers.map((_, index) => sampleOf(records.map((record) => record[index])));
	const known = knownHeaders(headers, shipped, given);
	const candidates = headers.flatMap((header, index) => judged(headerEvidence(header, known), samples[index] ?? blank, words).map((evidence) => ({ ...evidence, index })));
	const claims = claimed(candidates.filter(({ field }) => !(field in (given.constants ?? {}))));
	const columns = headers.map((header, index) => proposed(header, claims.get(index), best(candidates, index), samples[index] ?? blank, words));
	const found = columns.flatMap(({ column }) => column ?? []);
	const mapping = mappingOf(given, shipped, headers, claims);
	return { mapping, columns: columns.map((column) => inUnit(column, mapping, given)), questions: rivals(headers, candidates, claims), missing: missingColumns(found, given) };
}

/** Names weighed by whether the values are of the column's kind; what only its values speak for comes in where no name does. */
function judged(named: readonly Evidence[], sample: Sample, words: Words): Evidence[] {
	const weighed = named.map((evidence) => {
		const fit = fitOf(evidence.field, sample, words);
		const unfit = fit < 0.5 ? ', but its values do not look like it' : '';
		return { ...evidence, confidence: evidence.given ? 1 : evidence.confidence * (0.4 + 0.6 * fit), why: `${evidence.why}${evidence.given ? '' : unfit}` };
	});
	if (weighed.some(({ confidence }) => confidence >= sureEnough)) return weighed;
	return [...weighed, ...fields.flatMap((field) => byValues(field, sample, words))];
}

function byValues({ name, type }: (typeof fields)[number], sample: Sample, words: Words): Evidence[] {
	if (sample.texts.length === 0 || (type !== 'code' && type !== 'date')) return [];
	const fit = fitOf(name, sample, words);
	if (type === 'code' && fit >= 0.8 && sample.texts.some((text) => /\p{L}{3}/u.test(text))) return [{ field: name, confidence: 0.75 * fit, why: 'its values are in the codebook', given: false }];
	return type === 'date' && fit >= 0.95 ? [{ field: name, confidence: 0.4, why: 'its values are dates', given: false }] : [];
}

function claimed(candidates: readonly Candidate[]): Map<number, Candidate> {
	const claims = new Map<number, Candidate>();
	const taken = new Set<FieldName>();
	for (const candidate of candidates.toSorted((a, b) => b.confidence - a.confidence || a.index - b.index)) {
		if (candidate.confidence < sureEnough || claims.has(candidate.index) || taken.has(candidate.field)) continue;
		claims.set(candidate.index, candidate);
		taken.add(candidate.field);
	}
	return claims;
}

function best(candidates: readonly Candidate[], index: number): Candidate | undefined {
	return candidates.filter((each) => each.index === index).toSorted((a, b) => b.confidence - a.confidence)[0];
}

function proposed(header: string, claim: Candidate | undefined, nearest: Candidate | undefined, sample: Sample, words: Words): ProposedColumn {
	if (claim !== undefined) return { header, column: claim.field, why: claim.why, confidence: claim.confidence, example: exampleOf(claim.field, sample, words) };
	const why = nearest === undefined ? 'nothing that the import reads' : `perhaps ${nearest.field}: ${nearest.why}`;
	return { header, column: null, why, confidence: nearest?.confidence ?? 0, example: null };
}

/** A unit that was found out stands with the reason. */
function inUnit(proposed: ProposedColumn, { units = {} }: Mapping, given: Mapping): ProposedColumn {
	const unit = proposed.column === null || given.units?.[proposed.column] !== undefined ? undefined : units[proposed.column];
	return unit === undefined ? proposed : { ...proposed, why: `${proposed.why}, in ${unit.replaceAll('-', ' ')}` };
}

function rivals(headers: readonly string[], candidates: readonly Candidate[], claims: ReadonlyMap<number, Candidate>): string[] {
	return [...claims.values()].flatMap(({ field, index, confidence, given }) => {
		const others = candidates.filter((each) => each.field === field && each.index !== index && !claims.has(each.index) && confidence - each.confidence < tooClose);
		if (given || others.length === 0) return [];
		const named = [index, ...others.map((other) => other.index)].toSorted((a, b) => a - b).map((each) => headers[each] ?? '');
		if (new Set(named).size < named.length) return [`${named.length} columns are read as ${field} and bear one name (${named.join(', ')}): rename those that are something else`];
		return [`${named.length} columns look like ${field} (${named.join(', ')}): name the right one in a mapping (--save-map FILE writes one to edit)`];
	});
}

/** Words, units and factors that a shipped mapping gives to a column come with the header that it knows; a unit that the header itself names goes first. */
function mappingOf(given: Mapping, shipped: readonly Mapping[], headers: readonly string[], claims: ReadonlyMap<number, Candidate>): Mapping {
	const columns = { ...given.columns };
	const values = { ...given.values };
	const units = { ...given.units };
	const scale = { ...given.scale };
	for (const [index, { field, from, given: named }] of claims) {
		columns[field] = [headers[index] ?? ''];
		const source = shipped.find(({ name }) => name === from);
		const words = { ...source?.values[field], ...given.values[field] };
		if (Object.keys(words).length > 0) values[field] = words;
		const told = named ? undefined : headerUnit(field, headers[index] ?? '');
		const unit = told === unitsOf(field)?.[0] ? undefined : (told ?? source?.units?.[field]);
		const factor = told === undefined ? source?.scale?.[field] : undefined;
		if (units[field] === undefined && scale[field] === undefined && unit !== undefined) units[field] = unit;
		if (units[field] === undefined && scale[field] === undefined && factor !== undefined) scale[field] = factor;
	}
	return { ...given, columns, values, ...(Object.keys(units).length > 0 && { units }), ...(Object.keys(scale).length > 0 && { scale }) };
}
