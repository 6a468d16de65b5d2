import { run, type Database } from '../../warehouse/database.ts';
import type { StagedSource } from '../read-source.ts';
import type { SettledSource } from '../settle-sources.ts';
import addNamedDelimitedSql from '../sql/add-named-delimited.sql?raw';
import addNamedObjectsSql from '../sql/add-named-objects.sql?raw';
import { isId } from './settle-columns.ts';

/**
 * Keeps the words of a file's columns of names until all texts have been looked at: those that are left out, and ids that are replaced by
 * pseudonyms. The file is the one read last.
 */
export async function keepNameWords(db: Database, { format, path, delimiter, headerLines }: StagedSource, { headers, identifying }: SettledSource, pseudonymize: boolean): Promise<void> {
	const named = identifying.filter(({ identifier, field }) => identifier.id === 'name' && (pseudonymize || !isId(field))).map(({ header }) => header);
	const places = headers.flatMap((header, place) => (named.includes(header) ? [place] : []));
	if (places.length === 0) return;
	if (format !== 'delimited') return run(db, addNamedObjectsSql, { paths: named.map((key) => `$."${key.replaceAll('"', '\\"')}"`) });
	const columns = Object.fromEntries(headers.map((_, place) => [`column_${place}`, 'VARCHAR']));
	await run(db, addNamedDelimitedSql, { path, columns, delimiter, headerLines, places: places.map(String) });
}
