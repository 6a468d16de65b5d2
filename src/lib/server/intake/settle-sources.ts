import type { Codebook } from '#lib/codebook/schema.ts';
import type { Database } from '../warehouse/database.ts';
import { examineFile, type ExaminedFile } from './examine-file.ts';
import type { PlacedColumn } from './identifiers/settle-columns.ts';
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
}>;

/** The mapping that each file is read by, with what was assumed among the notes of its source; throws where a person must say more. */
export async function settleSources(db: Database, sources: readonly Source[], { mapping, acceptProposals, ...rest }: Settling): Promise<Readonly<{ source: Source; mapping: Mapping; identifying: readonly PlacedColumn[] }>[]> {
	const shipped = await shippedMappings();
	const files: ExaminedFile[] = [];
	for (const source of sources) files.push(await examineFile(db, source, mapping, { ...rest, shipped, propose: acceptProposals }));
	const open = files.filter(({ proposal, questions }) => questions.length > 0 || (proposal !== null && (!acceptProposals || proposal.missing.length > 0)));
	if (open.length > 0) throw new UnsettledFiles(open);
	return sources.map((source, number) => ({ source: { ...source, notes: [...source.notes, ...accepted(files[number]), ...(files[number]?.notes ?? [])] }, mapping: files[number]?.mapping ?? mapping, identifying: files[number]?.identifying ?? [] }));
}

function accepted(file: ExaminedFile | undefined): string[] {
	if (file === undefined || file.proposal === null) return [];
	const read = file.proposal.columns.flatMap(({ header, column, confidence }) => (column === null || confidence === 1 ? [] : [`${header} as ${column}`]));
	return read.length === 0 ? [] : [`${file.name}: columns are read by what they seem to be: ${read.join(', ')}`];
}
