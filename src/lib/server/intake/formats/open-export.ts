import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { oneRow, openEngine, run } from '../../warehouse/database.ts';
import type { Source, TextSource } from '../source.ts';
import { flatRows } from './fhir/flat-rows.ts';
import { resourceTally } from './fhir/resource-tally.ts';
import type { Workspace } from './workspace.ts';
import { writeRecords } from './write-records.ts';
import countsSql from './fhir/sql/counts.sql?raw';
import createAliasSql from './fhir/sql/create-alias.sql?raw';
import createEncounterSql from './fhir/sql/create-encounter.sql?raw';
import createEventSql from './fhir/sql/create-event.sql?raw';
import createDistinctRowSql from './fhir/sql/create-distinct-row.sql?raw';
import createRecordSql from './fhir/sql/create-record.sql?raw';
import createRowSql from './fhir/sql/create-row.sql?raw';
import createScoredSql from './fhir/sql/create-scored.sql?raw';
import createTreatedSql from './fhir/sql/create-treated.sql?raw';
import createVisitSql from './fhir/sql/create-visit.sql?raw';
import writeRecordsSql from './fhir/sql/write-records.sql?raw';

const counts = z.object({
	records: z.number(),
	visits: z.number(),
	gone: z.number(),
	untreated: z.number(),
	idle: z.number(),
	several_protocols: z.number(),
	doubtful: z.number(),
	further: z.number(),
	repeated: z.number(),
	no_treatment: z.boolean(),
});

/** Reads the files of one FHIR R4 export together and joins their resources into records of visits. `others` are notes on files beside them. */
export async function openExport(files: readonly TextSource[], name: string, others: readonly string[], { folder, codebook, memoryLimit }: Workspace): Promise<Source> {
	const flat = join(folder, 'fhir-rows.ndjson');
	const copy = join(folder, 'fhir-records.ndjson');
	const tally = resourceTally();
	await writeRecords(flatRows(files, codebook, tally), flat);
	const engine = await openEngine({ memory_limit: memoryLimit, temp_directory: join(folder, 'fhir-spill') });
	const db = await engine.connect();
	try {
		await run(db, createRowSql, { path: flat });
		for (const sql of [createDistinctRowSql, createAliasSql, createEncounterSql, createEventSql, createVisitSql, createTreatedSql, createScoredSql, createRecordSql]) await run(db, sql);
		const found = await oneRow(db, counts, countsSql);
		const notes = [...files.flatMap((file) => file.notes), ...others, ...tally.notes(name), ...inWords(name, found)];
		if (found.records === 0) throw new Error([`${name}: no visit with a treatment or a score that the codebook knows`, ...notes].join('\n'));
		await run(db, writeRecordsSql, { path: copy });
		const sha256 = createHash('sha256').update(files.map((file) => file.sha256).join()).digest('hex');
		return { path: copy, name, sha256, format: 'json-lines', notes, converted: true };
	} finally {
		db.closeSync();
		engine.closeSync();
	}
}

function inWords(name: string, found: z.infer<typeof counts>): string[] {
	const told: readonly (readonly [number, string])[] = [
		[found.repeated, 'resources that the export tells more than once were taken once'],
		[found.gone, 'visits left out, as their Encounter was cancelled, planned or entered in error'],
		[found.untreated, 'visits with a score left out, as they had no treatment that the codebook knows'],
		[found.idle, 'Encounters left out, as neither a treatment nor a score belongs to them'],
		[found.several_protocols, 'visits with several treatments: their protocol is left empty'],
		[found.doubtful, 'visits of patients with several conditions, none of them named as the reason: their condition is left empty'],
		[found.further, 'further scores of a visit left out: the one nearest to the treatment, else the first, is taken'],
	];
	return [
		`${name}: ${found.visits} visits joined from the resources, in ${found.records} records, one for each condition and measure`,
		...(found.no_treatment ? [`${name}: no treatment that the codebook knows: every visit with a score was taken`] : []),
		...told.filter(([count]) => count > 0).map(([count, words]) => `${name}: ${count} ${words}`),
	];
}
