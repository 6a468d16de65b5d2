import type { Codebook } from '#lib/codebook/schema.ts';
import { codebookTerms, normaliseTerm } from '#lib/codebook/terms.ts';
import { readHeader } from './dialect.ts';
import { matchHeaders, type Mapping } from './mapping.ts';
import { missingColumns } from './missing-columns.ts';
import { knownColumn, knownHeaders } from './propose-mapping-headers.ts';

/** The lines that are looked through for a header. */
export const headerDepth = 30;

/**
 * How many lines stand above the header. `sure` where that is the first line, or where a line below gives all that a record needs
 * while the first does not; else the line of which most headers are known somewhere, if there are at least three.
 */
export function locateHeader(lines: readonly string[], map: Mapping, shipped: readonly Mapping[]): Readonly<{ skip: number; sure: boolean }> {
	if (map.skip !== undefined) return { skip: map.skip, sure: true };
	const readings = lines.map((_, skip) => readHeader(lines, { ...map, skip }).headers);
	const whole = readings.findIndex((headers) => missingColumns(matchHeaders(headers, map).columns, map).length === 0);
	if (whole !== -1) return { skip: whole, sure: true };
	const known = readings.map((headers) => {
		const names = knownHeaders(headers, shipped, map);
		return new Set(headers.flatMap((header) => knownColumn(header, names) ?? [])).size;
	});
	const most = Math.max(0, ...known);
	return most >= 3 && most > (known[0] ?? 0) ? { skip: known.indexOf(most), sure: false } : { skip: 0, sure: true };
}

/** Whether a first line looks like a record, so that the header is missing: no name that anybody knows, and numbers, dates or a condition in it. */
export function looksLikeRecord(headers: readonly string[], map: Mapping, shipped: readonly Mapping[], codebook: Codebook): boolean {
	const written = headers.filter((header) => header !== '');
	const values = written.filter((header) => /^[+-]?[0-9]+([.,][0-9]+)?$|^[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}/u.test(header));
	const known = knownHeaders(headers, shipped, map);
	const conditions = new Set(codebookTerms(codebook).flatMap(({ kind, term }) => (kind === 'conditions' ? [term] : [])));
	const told = (values.length >= 2 && values.length * 4 >= written.length) || written.some((header) => conditions.has(normaliseTerm(header)));
	return told && written.every((header) => knownColumn(header, known) === undefined);
}

/** Whether the columns stand as rows: the names that are known stand below each other. */
export function liesOnItsSide(headers: readonly string[], records: readonly (readonly (string | null)[])[], map: Mapping, shipped: readonly Mapping[]): boolean {
	const [corner = '', ...others] = headers;
	const names = [corner, ...records.map(([first]) => first ?? '')];
	const known = knownHeaders([...headers, ...names], shipped, map);
	const isKnown = (name: string) => knownColumn(name, known) !== undefined;
	return names.filter(isKnown).length >= 3 && !others.some(isKnown);
}
