import { mapping, plainHeader, type Mapping } from '../mapping.ts';
import type { LookedFile } from '../looked-file.ts';
import { columnOf, type Choices } from './choices.ts';

/** The mapping of what was found in files and what was chosen: each header is read as one column or not at all. */
export function chosenMapping(files: readonly LookedFile[], chosen: Choices): Mapping {
	const columns: Record<string, string[]> = {};
	const ignore = new Set<string>();
	for (const each of files.flatMap((file) => file.columns)) {
		const column = columnOf(chosen, each);
		if (each.header.trim() === '') continue;
		if (column === null) ignore.add(each.header);
		else if (!(columns[column] ?? []).includes(each.header)) columns[column] = [...(columns[column] ?? []), each.header];
	}
	const asFound = new Set(files.flatMap((file) => file.columns.flatMap((each) => (each.column !== null && columnOf(chosen, each) === each.column ? [each.column] : []))));
	const kept = <Value>(pick: (file: LookedFile) => Readonly<Record<string, Value>>) =>
		Object.fromEntries(files.flatMap((file) => Object.entries(pick(file)).filter(([column]) => asFound.has(column) && chosen[`unit.${column}`] === undefined)));
	const values: Record<string, Record<string, string>> = {};
	for (const [column, words] of files.flatMap((file) => Object.entries(file.values))) values[column] = { ...values[column], ...words };
	const read = new Set(Object.values(columns).flat().map(plainHeader));
	const skips = new Set(files.map(({ skip }) => skip));
	const [skip] = skips;
	return mapping.parse({
		name: 'chosen in the browser',
		columns,
		values,
		units: kept(({ units }) => units),
		scale: kept(({ scale }) => scale),
		ignore: [...ignore].filter((header) => !read.has(plainHeader(header))),
		...(skips.size === 1 && skip !== undefined && chosen['skip'] === undefined && { skip }),
	});
}
