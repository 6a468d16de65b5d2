import { join } from 'node:path';
import { z } from 'zod';
import { oneRow, openEngine, rows, run, type Database } from '../../warehouse/database.ts';
import { matchHeaders, type Mapping } from '../mapping.ts';
import { refuseLongRecord } from '../refuse-long-record.ts';
import type { Source, TextSource } from '../source.ts';
import type { RedcapHeader } from './redcap/redcap-header.ts';
import type { Workspace } from './workspace.ts';
import countsSql from './redcap/sql/counts.sql?raw';
import createCellSql from './redcap/sql/create-cell.sql?raw';
import createFieldSql from './redcap/sql/create-field.sql?raw';
import createGivenSql from './redcap/sql/create-given.sql?raw';
import createPlacedSql from './redcap/sql/create-placed.sql?raw';
import createRepeatedSql from './redcap/sql/create-repeated.sql?raw';
import createToldSql from './redcap/sql/create-told.sql?raw';
import createValueSql from './redcap/sql/create-value.sql?raw';
import createVisitSql from './redcap/sql/create-visit.sql?raw';
import fieldsSql from './redcap/sql/fields.sql?raw';
import writeRecordsSql from './redcap/sql/write-records.sql?raw';

/** Codes that REDCap suggests for a value that is missing on purpose. */
const missing = ['NI', 'INV', 'UNK', 'NASK', 'ASKU', 'NAV', 'MSK', 'NA', '-99', '-999', '-9999'];

const counts = z.object({ read: z.number(), visits: z.number(), without_visit: z.number(), missing: z.number(), events: z.string() });

/** Reads the export of a REDCap project into visits: events and instances in their order, with what the record's other rows say of the course. */
export async function openRedcap(text: TextSource, header: RedcapHeader, copy: string, workspace: Workspace): Promise<Source> {
	const engine = await openEngine({ memory_limit: workspace.memoryLimit, temp_directory: join(workspace.folder, 'redcap-spill') });
	const db = await engine.connect();
	try {
		const notes = await convert(db, text, header, copy, workspace.mapping);
		return { ...text, path: copy, format: 'json-lines', notes: [...text.notes, ...notes], converted: true };
	} finally {
		db.closeSync();
		engine.closeSync();
	}
}

async function convert(db: Database, text: TextSource, { delimiter, headers }: RedcapHeader, copy: string, mapping: Mapping): Promise<string[]> {
	const { path, name } = text;
	const record = headers[0] ?? '';
	await refuseLongRecord(text, delimiter);
	const columns = Object.fromEntries(headers.map((header) => [header, 'VARCHAR']));
	await run(db, createToldSql, { path, delimiter, columns }).catch(() => {
		throw new Error(`${name}: cannot be read as a REDCap export: some line has more or fewer columns than the header, or a quote that does not close; export it again`);
	});
	await run(db, createCellSql);
	await run(db, createPlacedSql, { record });
	await run(db, createValueSql, { record, missing });
	const fields = (await rows(db, z.object({ field: z.string() }), fieldsSql)).map(({ field }) => field);
	const matched = matchHeaders([record, ...fields], mapping);
	const canonical = fields.map((field, index) => ({ field, canonical: matched.columns[index + 1] ?? null }));
	await run(db, createFieldSql, { fields: JSON.stringify(canonical) });
	await run(db, createVisitSql);
	await run(db, createRepeatedSql);
	await run(db, createGivenSql);
	const found = await oneRow(db, counts, countsSql, { record, missing });
	if (found.visits === 0) throw new Error(`${name}: no record below the header`);
	const numbered = !matched.columns.some((column) => column === 'session_number' || column === 'session_date');
	const patient = matched.columns.includes('patient_id') ? record : 'patient_id';
	await run(db, writeRecordsSql, { path: copy, name, patient, numbered });
	return inWords(name, found, numbered);
}

function inWords(name: string, { read, visits, without_visit: without, missing: coded, events }: z.infer<typeof counts>, numbered: boolean): string[] {
	return [
		`${name}: is a REDCap export of ${read} rows, of which ${visits} tell of a visit`,
		...(read > visits ? [`${name}: ${read - visits} rows without a visit: what they say of the course was given to the later visits of their record`] : []),
		...(without > 0 ? [`${name}: ${without} records without any visit left out`] : []),
		...(coded > 0 ? [`${name}: ${coded} values that are codes for missing data were read as empty`] : []),
		...(numbered ? [`${name}: sessions were numbered in the order of ${events === '' ? 'the instances' : `the events: ${events}`}`] : []),
	];
}
