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
export function settleColumns(files: readonly Settled[], policy: IdentifierPolicy, pseudonymize: boolean): Readonly<{ source: Source; mapping: Mapping }>[] {
	const open = files.map(({ source, mapping, identifying }) => ({ source, mapping, columns: identifying.filter(({ field }) => !(pseudonymize && isId(field))) }));
	const refused = open.flatMap(({ columns }) => columns.filter(({ field }) => policy === 'refuse' || field === 'patient_id'));
	if (refused.length > 0) throw new Error(refused.map((column) => `${column.place}: ${seen(column)}: ${todo(column)}`).join('\n'));
	return open.map(({ source, mapping, columns }) => ({
		source: { ...source, notes: [...source.notes, ...columns.map((column) => `${column.place}: ${seen(column)}: left out`)] },
		mapping: columns.length === 0 ? mapping : { ...mapping, ignore: [...(mapping.ignore ?? []), ...columns.map(({ header }) => header)] },
	}));
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
