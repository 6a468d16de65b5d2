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

/** Whether a first line looks like a record, so that the header is missing: no name that anybody knows, and numbers or dates in it. */
export function looksLikeRecord(headers: readonly string[], map: Mapping, shipped: readonly Mapping[]): boolean {
	const written = headers.filter((header) => header !== '');
	const values = written.filter((header) => /^[+-]?[0-9]+([.,][0-9]+)?$|^[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}/u.test(header));
	const known = knownHeaders(headers, shipped, map);
	return values.length >= 2 && values.length * 4 >= written.length && written.every((header) => knownColumn(header, known) === undefined);
}
