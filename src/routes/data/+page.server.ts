import { parseFilters } from '#lib/questions/filters.ts';
import { conditionsTable, importsTable, measuresTable, protocolsTable, refusalsTable, snapshotsTable, thresholdsTable } from '#lib/questions/records/words.ts';
import { answer } from '#lib/server/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { warehouse } }) => {
	const records = await answer(warehouse, 'records', parseFilters(new URLSearchParams()));
	const { codebook } = records;
	return {
		stamp: { ...records.snapshot, minimumCell: records.method.minimumCell },
		patients: records.patients,
		datePrecision: records.datePrecision,
		snapshots: snapshotsTable(records.snapshots),
		imports: importsTable(records.imports),
		refusals: refusalsTable(records.refusals),
		codebook: [conditionsTable(codebook), protocolsTable(codebook), measuresTable(codebook, records.vocabulary), thresholdsTable(codebook)].filter((table) => table.rows.length > 0),
		method: records.method,
		caveats: records.caveats,
	};
};
