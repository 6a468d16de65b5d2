import { z } from 'zod';
import attendanceFile from '#data/codebook/attendance.json' with { type: 'json' };
import { normaliseTerm } from '#lib/codebook/terms.ts';
import type { FieldName } from '#lib/record/fields.ts';
import { truths } from '#lib/record/rules.ts';
import { headerWords } from './header-words.ts';

const { missed, columns: headersOfMissed } = z.strictObject({ missed: z.array(z.string()), columns: z.array(z.string()) }).parse(attendanceFile);
const words = new Map(missed.map((word) => [normaliseTerm(word), word]));
const yes = new Set<string>(truths);

/** What columns that are not read say of visits that did not take place, as appointment books do: nobody left them out of the export. */
export function missedVisits(headers: readonly string[], columns: readonly (FieldName | undefined)[], records: readonly (readonly (string | null)[])[]): string[] {
	return headers.flatMap((header, place) => {
		if (columns[place] !== undefined) return [];
		const asked = headersOfMissed.includes(headerWords(header).join(' '));
		const found = records.flatMap((record) => saying(record[place] ?? '', asked) ?? []);
		const [first] = found;
		return first === undefined ? [] : [`${header}: ${found.length} of the first ${records.length} records seem to be of visits that did not take place (${first}): leave them out of the export`];
	});
}

function saying(cell: string, asked: boolean): string | undefined {
	const word = words.get(normaliseTerm(cell));
	if (word !== undefined) return word;
	return asked && yes.has(cell.trim().toLowerCase()) ? 'yes' : undefined;
}
