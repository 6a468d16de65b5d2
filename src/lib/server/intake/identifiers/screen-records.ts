import { z } from 'zod';
import type { FieldName } from '#lib/record/fields.ts';
import { oneRow, rows, run, type Database } from '../../warehouse/database.ts';
import { createSuspectSql, emptyIdentifiedSql, findingsSql, textFields, textKind } from '../identifier-sql.ts';
import type { StagedSource } from '../read-source.ts';
import { recordLines } from '../record-lines.ts';
import addIdentifiedSql from '../sql/add-identified.sql?raw';
import brokenPlacesSql from '../sql/broken-places.sql?raw';
import countPatientsSql from '../sql/count-patients.sql?raw';
import createIdentifiedSql from '../sql/create-identified.sql?raw';
import repeatedNamesSql from '../sql/repeated-names.sql?raw';
import suspectsSql from '../sql/suspects.sql?raw';
import { identifierNamed } from './identifier-named.ts';
import { identifierOfValue } from './identifier-of-value.ts';
import { isMadeOfWords } from './is-made-of-words.ts';
import { repeatsName } from './repeats-name.ts';
import { soundLikeNames } from './sound-like-names.ts';
import { isId, type IdentifierPolicy } from './settle-columns.ts';

const suspect = z.object({ field: z.string(), value: z.string() });
const finding = z.object({ source: z.number(), field: z.string(), identifier: z.string(), rows: z.number(), row: z.number(), line: z.number().nullable() });
type Finding = z.infer<typeof finding>;

/** So many of the patients may have an id that is a word among others that are none, at most. */
const mostOdd = 0.02;

/** Texts looked at in one go. */
const batch = 20_000;

/**
 * Looks at every text of the stage's records that a snapshot would keep. Throws where one identifies a person, or empties it where
 * identifiers are left out, and says so. Where ids are pseudonymized they no longer lead to anybody and are not looked at.
 */
export async function screenRecords(db: Database, sources: readonly StagedSource[], policy: IdentifierPolicy, pseudonymize: boolean): Promise<string[]> {
	const screened = textFields.filter((field) => !(pseudonymize && isId(field)));
	await run(db, createSuspectSql(screened));
	await run(db, createIdentifiedSql);
	const { found: shown, words } = await identify(db);
	const found = new Set([...shown, ...(await findRepeated(db))]);
	if (found.size === 0) return oddWords(db, sources, words);
	const findings = await rows(db, finding, findingsSql([...found]));
	const refused = findings.filter(({ field }) => policy === 'refuse' || field === 'patient_id');
	const said = await Promise.all((refused.length > 0 ? refused : findings).map(async (each) => `${await placeOf(db, sources, each)}: ${seen(each)}`));
	if (refused.length > 0) throw new Error(said.map((line, place) => `${line}: ${todo(refused[place]?.field)}`).join('\n'));
	for (const field of found) await run(db, emptyIdentifiedSql(field));
	return [...said.map((line) => `${line}: left out`), ...(await oddWords(db, sources, words))];
}

/** Notes the texts that identify a person, and gives the fields that hold one, and patients' ids that are words. */
async function identify(db: Database): Promise<Readonly<{ found: ReadonlySet<FieldName>; words: readonly string[] }>> {
	const found = new Set<FieldName>();
	const words: string[] = [];
	for (let from = 0; ; from += batch) {
		const suspects = await rows(db, suspect, suspectsSql, { from, to: from + batch });
		if (suspects.length === 0) return { found, words };
		words.push(...suspects.flatMap(({ field, value }) => (field === 'patient_id' && isWord(value) ? [value] : [])));
		const identified = suspects.flatMap(({ field, value }) => {
			const name = textFields.find((each) => each === field);
			const kind = name === undefined ? undefined : textKind(name);
			const identifier = kind === undefined ? undefined : identifierOfValue(value, kind);
			if (name === undefined || identifier === undefined) return [];
			found.add(name);
			return [{ field, value, identifier: identifier.id }];
		});
		if (identified.length > 0) await run(db, addIdentifiedSql, { identified: JSON.stringify(identified) });
	}
}

/** Notes the texts that repeat a name from a column which is left out, and gives the fields that hold one. */
async function findRepeated(db: Database): Promise<FieldName[]> {
	const met = await rows(db, suspect.extend({ words: z.array(z.string()) }), repeatedNamesSql);
	const repeated = met.flatMap(({ field, value, words }) => {
		const name = textFields.find((each) => each === field);
		const kind = name === undefined ? undefined : textKind(name);
		return name !== undefined && kind !== undefined && repeatsName(value, kind, words) ? [{ field: name, value, identifier: 'name' }] : [];
	});
	if (repeated.length > 0) await run(db, addIdentifiedSql, { identified: JSON.stringify(repeated) });
	return repeated.map(({ field }) => field);
}

/** Says of a few patients' ids that are words among many that are not: such a one may be a name that no list has. */
async function oddWords(db: Database, sources: readonly StagedSource[], words: readonly string[]): Promise<string[]> {
	if (words.length === 0) return [];
	const { patients } = await oneRow(db, z.object({ patients: z.number() }), countPatientsSql);
	if (words.length > mostOdd * patients) return [];
	await run(db, addIdentifiedSql, { identified: JSON.stringify(words.map((value) => ({ field: 'patient_id', value, identifier: 'name' }))) });
	const [first] = await rows(db, finding, findingsSql(['patient_id']));
	if (first === undefined) return [];
	return [`${await placeOf(db, sources, first)}: patient_id is a word in ${words.length} of ${patients} patients, where the others have digits: look whether it is a name, and say --pseudonymize if so`];
}

function isWord(value: string): boolean {
	return /^\p{L}[\p{L}\p{M}'’-]{2,}$/u.test(value) && soundLikeNames([value]) && !isMadeOfWords(value);
}

async function placeOf(db: Database, sources: readonly StagedSource[], { source: number, row, line }: Finding): Promise<string> {
	const source = sources.find((each) => each.number === number);
	if (source === undefined) throw new Error(`there is no file with number ${number}`);
	if (source.format !== 'delimited') return `${source.name}:${line ?? ''}`;
	const broken = await rows(db, z.object({ record: z.number() }), brokenPlacesSql, { source: number });
	const record = row - source.firstRow + 1;
	const lines = await recordLines(source.path, source.delimiter, source.headerLines, new Set(broken.map((each) => each.record)), [record]);
	return `${source.name}:${lines.get(record) ?? ''}`;
}

function seen({ field, identifier, rows: count }: Finding): string {
	const { label, safeHarbor } = identifierNamed(identifier);
	return `${field} holds ${label} in ${count} ${count === 1 ? 'record' : 'records'} (HIPAA Safe Harbor, ${safeHarbor})`;
}

function todo(field: string | undefined): string {
	if (field === 'patient_id') return 'put a pseudonym in its place, or say --pseudonymize to have one made';
	return 'take it out of the file, or say --identifiers drop to leave such values out';
}
