import { examineFiles, type Examining } from './examine-files.ts';
import type { ExaminedFile } from './examine-file.ts';
import { doubt } from './identifiers/settle-columns.ts';
import type { LookedFile } from './looked-file.ts';
import { matchHeaders } from './mapping.ts';

/** What files hold, for a person to say how they are to be read: what was found out of them, and their first records as they stand. */
export async function lookAtFiles(files: readonly string[], examining: Examining): Promise<LookedFile[]> {
	return (await examineFiles(files, examining)).map(looked);
}

function looked({ name, mapping, proposal, identifying, headers, first, notes, questions }: ExaminedFile): LookedFile {
	const { columns } = matchHeaders(headers, mapping);
	return {
		name,
		columns: headers.map((header, place) => proposal?.columns[place] ?? { header, column: columns[place] ?? null, why: columns[place] === undefined ? 'nothing that the import reads' : 'is its name', example: null }),
		values: mapping.values,
		units: mapping.units ?? {},
		scale: mapping.scale ?? {},
		skip: mapping.skip,
		identifying: identifying.filter(({ doubtful }) => doubtful === undefined).map(({ header, identifier, records, of, place }) => ({ header, label: identifier.label, records, of, place })),
		missing: [...(proposal?.missing ?? [])],
		notes: [...notes, ...identifying.flatMap(doubt)],
		questions: [...questions],
		records: first.map(({ place, cells }) => ({ place, cells: [...cells] })),
	};
}
