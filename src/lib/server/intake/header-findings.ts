import type { ExaminedTable } from './examined-table.ts';
import { matchHeaders, type Mapping } from './mapping.ts';
import { knownColumn, knownHeaders } from './propose-mapping-headers.ts';
import type { Proposal } from './propose-mapping.ts';
import { visitsSideBySide } from './visits-side-by-side.ts';

/** What is to be said of a file's header, and what is to be asked of it; `unnamed` says why it is none, where nothing of it may be told. */
export function headerFindings(table: ExaminedTable, given: Mapping, proposal: Proposal | null, shipped: readonly Mapping[], unnamed: string | undefined): Readonly<{ notes: readonly string[]; questions: readonly string[] }> {
	const { headers, skip, sure } = table;
	if (unnamed !== undefined) return { notes: [], questions: [unnamed] };
	const unread = proposal === null ? unreadColumns(headers, given, shipped) : sideBySide(proposal);
	if (given.skip !== undefined) return { notes: unread, questions: [] };
	const complete = sure || proposal?.missing.length === 0;
	if (skip > 0 && complete) return { notes: [`the header is taken to be on line ${skip + 1}, and what stands above it is left out (--skip ${skip})`, ...unread], questions: [] };
	if (skip > 0) return { notes: unread, questions: [`the header seems to be on this line: say --skip ${skip} to leave out what stands above it`] };
	return { notes: unread, questions: [] };
}

function sideBySide({ columns, missing }: Proposal): string[] {
	const found = missing.length === 0 ? undefined : visitsSideBySide(columns.filter(({ column }) => column === null).map(({ header }) => header));
	return found === undefined ? [] : [found];
}

/** Columns that nobody names and whose names are known. */
function unreadColumns(headers: readonly string[], given: Mapping, shipped: readonly Mapping[]): string[] {
	const { columns, ignored } = matchHeaders(headers, given);
	const known = knownHeaders(headers, shipped, given);
	return ignored.flatMap((header) => {
		const column = knownColumn(header, known);
		return column === undefined || columns.includes(column) ? [] : [`${header} may be ${column}: --map auto reads it, or name it in a mapping`];
	});
}
