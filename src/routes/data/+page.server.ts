import { measureOf } from '#lib/charts/measure.ts';
import { completenessFigures } from '#lib/figures/completeness-figures.server.ts';
import { fateFigures, nothingFound, visitsFigure } from '#lib/figures/records-figures.server.ts';
import { trustOf } from '#lib/questions/completeness/trust-words.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { reachTable } from '#lib/questions/records/visits-words.ts';
import { conditionsTable, measuresTable, protocolsTable, snapshotsTable, thresholdsTable } from '#lib/questions/records/words.ts';
import { answer } from '#lib/server/answer.ts';
import type { PageServerLoad } from './$types';
import { dictionaryTable } from './dictionary-table.ts';
import { keyNumbers } from './key-numbers.ts';

export const load: PageServerLoad = async ({ locals: { warehouse } }) => {
	const everything = parseFilters(new URLSearchParams());
	const [records, completeness] = await Promise.all([answer(warehouse, 'records', everything), answer(warehouse, 'completeness', everything)]);
	const { codebook, snapshot } = records;
	const figures = completenessFigures(completeness, { codebook, measure: measureOf(codebook, null), source: '/api/completeness?' });
	return {
		stamp: { ...snapshot, minimumCell: records.method.minimumCell },
		patients: records.patients,
		datePrecision: records.datePrecision,
		trust: trustOf(completeness, snapshot.synthetic),
		keyNumbers: keyNumbers(completeness, records),
		sections: [
			{ id: 'fates', title: 'Is everything in?', figures: fateFigures(records), tables: [], remarks: nothingFound(records) },
			{ id: 'freshness', title: 'Is it up to date?', figures: [visitsFigure(records)], tables: [reachTable(records.visits), snapshotsTable(records.snapshots)], remarks: [] },
			{ id: 'recorded', title: 'Is it recorded?', figures: figures.filter(({ of }) => of === 'visits'), tables: [], remarks: [] },
			{ id: 'followed', title: 'Were patients followed?', figures: figures.filter(({ of }) => of === 'episodes'), tables: [], remarks: [] },
		],
		dictionary: dictionaryTable(),
		codebook: [conditionsTable(codebook), protocolsTable(codebook), measuresTable(codebook, records.vocabulary), thresholdsTable(codebook)].filter((table) => table.rows.length > 0),
		caveats: [...new Set([...records.caveats, ...completeness.caveats])],
		methods: [
			{ name: 'the fate of the records', method: records.method },
			{ name: 'the share of what is missing', method: completeness.method },
		],
	};
};
