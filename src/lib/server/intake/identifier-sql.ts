import { idGate, type TextKind } from '#lib/codebook/identifiers.ts';
import { fields, type FieldName } from '#lib/record/fields.ts';
import { literal } from '#lib/record/sql.ts';

/*
 * The statements of the gate that go through every field of text. Their columns are the field table's and nobody else's; all
 * other statements of the gate are files.
 */

/** What the texts are that a snapshot keeps. Those with a form of their own, such as a currency, can hold no identifier. */
const kinds: ReadonlyMap<FieldName, TextKind> = new Map([
	['session_id', 'id'],
	['patient_id', 'id'],
	['episode_id', 'id'],
	['clinic', 'staff'],
	['therapist', 'staff'],
	['payer', 'payer'],
	['adverse_event', 'text'],
]);

/** The fields of text whose values must be looked at. */
export const textFields: readonly FieldName[] = fields.map(({ name }) => name).filter((name) => kinds.has(name));

/** What kind of text a field holds; undefined where its form leaves no room for an identifier. */
export function textKind(name: FieldName): TextKind | undefined {
	return kinds.get(name);
}

/** SQL that is false where a look at the form of a text is enough to see that it holds no identifier; one pass of one automaton. */
export function mayIdentifySql(text: string, kind: TextKind | undefined): string {
	return kind === 'id' ? `regexp_matches(${text}, ${literal(idGate)})` : `strlen(${text}) > 3`;
}

/** Texts that must be looked at closely. */
export function createSuspectSql(names: readonly FieldName[]): string {
	const suspects = names.map((name) => `SELECT DISTINCT ${literal(name)} AS field, ${name} AS value FROM stage.record WHERE ${textKind(name) === 'id' ? 'NOT screened AND ' : ''}${mayIdentifySql(name, textKind(name))}`);
	return `-- one row a distinct text of a field that may hold an identifier
CREATE TABLE stage.suspect AS
${suspects.join('\nUNION ALL ')}`;
}

/** Where the identifiers stand that were found in some fields. */
export function findingsSql(names: readonly FieldName[]): string {
	const held = names.map((name) => `SELECT source, rowid AS "row", line, ${literal(name)} AS field, ${name} AS value FROM stage.record WHERE ${name} IN (SELECT value FROM stage.identified WHERE field = ${literal(name)})`);
	return `-- one row a file, field and identifier: in how many records it stands, and in which first
WITH held AS (
	${held.join('\n\tUNION ALL ')}
)
SELECT
	held.source,
	held.field,
	identified.identifier,
	count(*)::INTEGER AS rows,
	min(held."row")::INTEGER AS "row",
	arg_min(held.line, held."row")::INTEGER AS line
FROM held
JOIN stage.identified AS identified
	USING (field, value)
GROUP BY
	held.source,
	held.field,
	identified.identifier
ORDER BY
	held.source,
	"row",
	held.field`;
}

/** Empties the values of a field that identify a person. */
export function emptyIdentifiedSql(name: FieldName): string {
	return `-- no row: values that identify a person are taken out of the records
UPDATE stage.record
SET ${name} = NULL
WHERE ${name} IN (SELECT value FROM stage.identified WHERE field = ${literal(name)})`;
}
