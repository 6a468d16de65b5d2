import { codebookTerms, normaliseTerm } from '#lib/codebook/terms.ts';
import type { Codebook, CodebookKind } from '#lib/codebook/schema.ts';
import type { Concept } from './elements.ts';

/** Names of code systems in FHIR, and the codebook's own for the same. */
const systems = new Map([
	['http://hl7.org/fhir/sid/icd-10-cm', 'icd-10-cm'],
	['urn:oid:2.16.840.1.113883.6.90', 'icd-10-cm'],
	['http://snomed.info/sct', 'snomed-ct'],
	['urn:oid:2.16.840.1.113883.6.96', 'snomed-ct'],
	['http://loinc.org', 'loinc'],
	['urn:oid:2.16.840.1.113883.6.1', 'loinc'],
	['http://www.ama-assn.org/go/cpt', 'cpt'],
	['urn:oid:2.16.840.1.113883.6.12', 'cpt'],
]);

/** Finds the codebook entries that a coded concept, or a text, stands for. */
export type CodeIndex = Readonly<{ ids: (kind: CodebookKind, concept: Concept | undefined) => readonly string[]; idOf: (kind: CodebookKind, text: string | undefined) => string | undefined }>;

/** An index of a codebook's codes by their system and, for codes of a clinic's own and for texts, of its words. */
export function codeIndex(codebook: Codebook): CodeIndex {
	const words = new Map(codebookTerms(codebook).map(({ kind, term, id }) => [`${kind} ${term}`, id]));
	const codes = new Map(
		Object.entries(codebook).flatMap(([kind, entries]) =>
			entries.flatMap(({ id, codes: bySystem }) => Object.entries(bySystem).flatMap(([system, list]) => list.map((code) => [`${kind} ${system} ${plain(code)}`, id] as const))),
		),
	);
	const idOf = (kind: CodebookKind, text: string | undefined) => (text === undefined ? undefined : words.get(`${kind} ${normaliseTerm(text)}`));
	const ids = (kind: CodebookKind, concept: Concept | undefined) => {
		const found = (concept?.coding ?? []).map(({ system = '', code = '', display }) => {
			const known = systems.get(system);
			return known === undefined ? (idOf(kind, code) ?? idOf(kind, display)) : codes.get(`${kind} ${known} ${plain(code)}`);
		});
		const named = found.filter((id) => id !== undefined);
		return [...new Set(named.length > 0 ? named : [idOf(kind, concept?.text)].filter((id) => id !== undefined))];
	};
	return { ids, idOf };
}

function plain(code: string): string {
	return code.replaceAll('.', '').toUpperCase();
}
