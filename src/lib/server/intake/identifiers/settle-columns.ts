import type { Mapping } from '../mapping.ts';
import type { Source } from '../source.ts';
import type { IdentifyingColumn } from './identifying-columns.ts';

/** What becomes of identifiers in a file: it is refused, or they are left out. */
export type IdentifierPolicy = 'refuse' | 'drop';

export type PlacedColumn = IdentifyingColumn & Readonly<{ place: string }>;

type Settled = Readonly<{ source: Source; mapping: Mapping; identifying: readonly PlacedColumn[] }>;

/**
 * Throws where columns identify people, naming each, unless they are to be left out: then no mapping reads them, and the notes of
 * their files say so. A patient cannot be left out, only given a pseudonym; `pseudonymize` says that patients, episodes and visits are.
 */
export function settleColumns<File extends Settled>(files: readonly File[], policy: IdentifierPolicy, pseudonymize: boolean): File[] {
	const open = files.map((file) => {
		const found = file.identifying.filter(({ field }) => !(pseudonymize && isId(field)));
		return { file, columns: found.filter(({ doubtful }) => doubtful === undefined), doubts: found.flatMap(doubt) };
	});
	const refused = open.flatMap(({ columns }) => columns.filter(({ field }) => policy === 'refuse' || field === 'patient_id'));
	if (refused.length > 0) throw new Error(refused.map((column) => `${column.place}: ${seen(column)}: ${todo(column)}`).join('\n'));
	return open.map(({ file, file: { source, mapping }, columns, doubts }) => ({
		...file,
		source: { ...source, notes: [...source.notes, ...columns.map((column) => `${column.place}: ${seen(column)}: left out`), ...doubts] },
		mapping: columns.length === 0 ? mapping : { ...mapping, ignore: [...(mapping.ignore ?? []), ...columns.map(({ header }) => header)] },
	}));
}

/** What is to be said of a column that may lead to people, and may not. */
export function doubt({ place, header, doubtful }: PlacedColumn): string[] {
	return doubtful === undefined ? [] : [`${place}: column ${header} holds ${doubtful}: where they were not made for this export alone, say --pseudonymize to have others made`];
}

/** The fields for which a pseudonym can stand. */
export function isId(field: string | undefined): boolean {
	return field === 'patient_id' || field === 'episode_id' || field === 'session_id';
}

function seen({ header, field, identifier, records, of }: PlacedColumn): string {
	const read = field === undefined || field === header ? '' : `, read as ${field},`;
	const count = of === 0 ? 'by its name' : `in ${records} of the first ${of} records`;
	return `column ${header}${read} holds ${identifier.label} ${count} (HIPAA Safe Harbor, ${identifier.safeHarbor})`;
}

function todo({ field }: PlacedColumn): string {
	if (field === 'patient_id') return 'put a pseudonym in its place, or say --pseudonymize to have one made';
	return 'delete the column and export again, or say --identifiers drop to leave it out';
}
