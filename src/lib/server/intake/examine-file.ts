import type { Codebook } from '#lib/codebook/schema.ts';
import { codebookTerms, normaliseTerm } from '#lib/codebook/terms.ts';
import { fields } from '#lib/record/fields.ts';
import { run, type Database } from '../warehouse/database.ts';
import { settle, type Question, type Settled } from './ambiguity.ts';
import { kindOf, type ColumnKind, type ColumnShapes } from './column-shapes.ts';
import { examineDelimited } from './examine-delimited.ts';
import { examineObjects } from './examine-objects.ts';
import { foldedWords } from './folded-words.ts';
import { sampleSize, type ExaminedColumn, type ExaminedTable } from './examined-table.ts';
import { placedColumns } from './identifiers/placed-columns.ts';
import { refuseNameless } from './identifiers/refuse-nameless.ts';
import type { PlacedColumn } from './identifiers/settle-columns.ts';
import { headerFindings } from './header-findings.ts';
import { liesOnItsSide, looksLikeRecord } from './locate-header.ts';
import { matchHeaders, type Mapping } from './mapping.ts';
import { missedVisits } from './missed-visits.ts';
import { missingColumns } from './missing-columns.ts';
import { proposeMapping, type Proposal } from './propose-mapping.ts';
import { nameShapes } from './shapes.ts';
import type { Source } from './source.ts';
import dropExaminedSql from './sql/drop-examined.sql?raw';
import { unreadable } from './unreadable.ts';

/** What was found out of a file before it is read. */
export type ExaminedFile = Readonly<{
	name: string;
	/** how the file can be read: what was given, proposed and settled */
	mapping: Mapping;
	/** what its headers seem to be; null where what was given names all that a record needs */
	proposal: Proposal | null;
	/** columns that identify people */
	identifying: readonly PlacedColumn[];
	headers: readonly string[];
	/** the first records as they stand, their texts in the order of the headers */
	first: readonly PlacedRecord[];
	/** kinds of columns all of whose values were looked at */
	seen: readonly ColumnKind[];
	notes: readonly string[];
	/** what a person must settle, with file and line; none where the file can be read */
	questions: readonly string[];
}>;

/** A record with its place in its file, as FILE:PLACE. */
export type PlacedRecord = Readonly<{ place: string; cells: readonly (string | null)[] }>;

/** So many of the first records are shown to a person. */
const shown = 12;

/** More records than a file has. */
const all = 2 ** 40;

/**
 * Finds out how a file can be read, without reading it in. A mapping is proposed where `propose` asks for one or where what is given
 * does not name all that a record needs. How values are written is looked at in the first records and, where anything but the
 * canonical spelling is met there, or where `whole` names their kind, in all of them. `today` is an ISO date.
 */
export async function examineFile(
	db: Database,
	source: Source,
	given: Mapping,
	options: Readonly<{ codebook: Codebook; shipped: readonly Mapping[]; today: string; propose: boolean; whole: readonly ColumnKind[] }>,
): Promise<ExaminedFile> {
	const examining = source.format === 'delimited' ? examineDelimited(db, source, given, options.shipped) : examineObjects(db, source, given);
	const table = await examining.catch((error: unknown) => {
		throw unreadable(source, error);
	});
	refuseNameless(source.name, table.skip + 1, table.headers);
	const below = table.skip === (given.skip ?? 0) ? given : { ...given, skip: table.skip };
	const unnamed = given.skip === undefined ? whyUnnamed(table, given, options) : undefined;
	const proposal = unnamed !== undefined ? null : proposalFor(table, below, options);
	const words = foldedWords(table.headers, table.records, options.codebook, proposal?.mapping ?? below);
	await nameShapes(db);
	const settled = await settleWhole(table, words.mapping, options);
	const missed = missedVisits(table.headers, matchHeaders(table.headers, settled.mapping).columns, table.records);
	const header = headerFindings(table, given, proposal, options.shipped, unnamed);
	const examined = {
		name: source.name,
		mapping: settled.mapping,
		proposal,
		identifying: await placedColumns(source.name, table, settled.mapping),
		headers: table.headers,
		first: await firstRecords(source, table),
		seen: settled.seen,
		notes: [...header.notes, ...words.notes, ...settled.notes, ...missed].map((note) => `${source.name}: ${note}`),
		questions: [...header.questions.map((question) => `${source.name}:${table.skip + 1}: ${question}`), ...(proposal?.questions ?? []).map((question) => `${source.name}:${table.skip + 1}: ${question}`), ...(await placed(source, table, settled.questions))],
	};
	await run(db, dropExaminedSql);
	return examined;
}

async function firstRecords({ name }: Source, { records, places }: ExaminedTable): Promise<PlacedRecord[]> {
	const first = records.slice(0, shown);
	const found = await places(first.map((_, place) => place + 1));
	return first.map((cells, place) => ({ place: found.get(place + 1) ?? name, cells }));
}

/** What is wrong with a first line that names no columns. */
function whyUnnamed({ headers, records }: ExaminedTable, given: Mapping, { codebook, shipped }: Readonly<{ codebook: Codebook; shipped: readonly Mapping[] }>): string | undefined {
	if (liesOnItsSide(headers, records, given, shipped)) return 'names its columns below each other: turn rows into columns (in a spreadsheet: copy, paste special, transpose)';
	return looksLikeRecord(headers, given, shipped, codebook) ? 'looks like a record, and the first line must name the columns: add a line with their names above it' : undefined;
}

function proposalFor({ headers, records }: ExaminedTable, given: Mapping, { codebook, shipped, propose }: Readonly<{ codebook: Codebook; shipped: readonly Mapping[]; propose: boolean }>): Proposal | null {
	const { columns } = matchHeaders(headers, given);
	if (!propose && missingColumns(columns, given).length === 0) return null;
	const proposal = proposeMapping(headers, records, codebook, shipped, given);
	const more = proposal.columns.some(({ column }, place) => column !== null && column !== columns[place]);
	return more || proposal.questions.length > 0 ? proposal : null;
}

async function settleWhole(table: ExaminedTable, mapping: Mapping, { codebook, today, whole }: Readonly<{ codebook: Codebook; today: string; whole: readonly ColumnKind[] }>): Promise<Settled & Readonly<{ seen: readonly ColumnKind[] }>> {
	const settleAll = (shapes: readonly ColumnShapes[]) => settle(shapes, mapping, { today, means: (column, word) => isMeant(column, word, mapping, codebook) });
	const columns = examinedColumns(table, mapping);
	const sampled = await table.shapes(columns, sampleSize);
	const open = new Set([...whole, ...sampled.filter((column) => !isPlain(settleAll([column]), mapping)).map(({ kind }) => kind)]);
	const settled = open.size === 0 ? { mapping, notes: [], questions: [] } : settleAll(await table.shapes(columns.filter(({ kind }) => open.has(kind)), all));
	return { ...settled, seen: [...open] };
}

function isPlain({ mapping, notes, questions }: Settled, given: Mapping): boolean {
	return mapping === given && notes.length === 0 && questions.length === 0;
}

function examinedColumns({ headers }: ExaminedTable, mapping: Mapping): ExaminedColumn[] {
	const { columns } = matchHeaders(headers, mapping);
	return headers.flatMap((header, place) => {
		const field = fields.find(({ name }) => name === columns[place]);
		return field === undefined ? [] : [{ header, field: field.name, kind: kindOf(field), place }];
	});
}

/** Whether a word that elsewhere stands for no value is one of the mapping's or the codebook's; a patient is never missing. */
function isMeant({ field: name }: ColumnShapes, word: string, { values }: Mapping, codebook: Codebook): boolean {
	const field = fields.find((each) => each.name === name);
	const term = normaliseTerm(word);
	if (name === 'patient_id' || Object.keys(values[name] ?? {}).some((each) => each.toLowerCase() === word.toLowerCase())) return true;
	return field?.type === 'code' && codebookTerms(codebook).some((each) => each.kind === field.kind && each.term === term);
}

async function placed({ name }: Source, table: ExaminedTable, questions: readonly Question[]): Promise<string[]> {
	if (questions.length === 0) return [];
	const places = await table.places(questions.flatMap(({ record, other }) => (other === undefined ? [record] : [record, other])));
	return questions.map(({ header, record, other, seen, todo }) => {
		const see = other === undefined ? '' : ` (see ${places.get(other) ?? name})`;
		return `${places.get(record) ?? name}: ${header}: ${seen}${see}: ${todo}`;
	});
}
