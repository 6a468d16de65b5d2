import type { Codebook } from '#lib/codebook/schema.ts';
import type { FieldName } from '#lib/record/fields.ts';
import type { Database } from '../warehouse/database.ts';
import type { ColumnKind } from './column-shapes.ts';
import { examineFile, type ExaminedFile } from './examine-file.ts';
import type { Mapping } from './mapping.ts';
import { shippedMappings } from './shipped-mappings.ts';
import type { Source } from './source.ts';
import { UnsettledFiles } from './unsettled-files.ts';

export type Settling = Readonly<{
	mapping: Mapping;
	codebook: Codebook;
	/** whether proposed columns are taken as if a person had said yes */
	acceptProposals: boolean;
	/** ISO date */
	today: string;
	/** kinds of columns of which all values are looked at, and not the first ones alone */
	whole: readonly ColumnKind[];
}>;

/** A file, and the mapping that it is read by; `seen` are the kinds of columns all of whose values were looked at. */
export type SettledSource = Readonly<{ source: Source; mapping: Mapping } & Pick<ExaminedFile, 'identifying' | 'headers' | 'first' | 'seen'>>;

/** The mapping that each file is read by, with what was assumed among the notes of its source; throws where a person must say more. */
export async function settleSources(db: Database, sources: readonly Source[], { mapping, acceptProposals, ...rest }: Settling): Promise<SettledSource[]> {
	const shipped = await shippedMappings();
	const files: Readonly<{ source: Source; file: ExaminedFile }>[] = [];
	for (const source of sources) files.push({ source, file: await examineFile(db, source, mapping, { ...rest, shipped, propose: acceptProposals }) });
	const open = files.map(({ file }) => file).filter(({ proposal, questions }) => questions.length > 0 || (proposal !== null && (!acceptProposals || proposal.missing.length > 0)));
	if (open.length > 0) throw new UnsettledFiles(open);
	return files.map(({ source, file }) => ({ source: { ...source, notes: [...source.notes, ...accepted(file), ...file.notes] }, mapping: file.mapping, identifying: file.identifying, headers: file.headers, first: file.first, seen: file.seen }));
}

function accepted({ name, proposal, mapping: { units = {} } }: ExaminedFile): string[] {
	if (proposal === null) return [];
	const inUnit = (column: FieldName) => (units[column] === undefined ? '' : ` in ${units[column]}`);
	const read = proposal.columns.flatMap(({ header, column, confidence }) => (column === null || confidence === 1 ? [] : [`${header} as ${column}${inUnit(column)}`]));
	return read.length === 0 ? [] : [`${name}: columns are read by what they seem to be: ${read.join(', ')}`];
}
