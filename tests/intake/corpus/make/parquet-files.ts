import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const visits = "FROM (VALUES ('Zq1', 'knee pain', 1, 7.0), ('Zq1', 'knee pain', 2, 5.0)) AS visit (patient_id, condition, session_number, pain_before)";

const contents = {
	good: `SELECT * ${visits}`,
	'other-types': `SELECT patient_id, condition, session_number::DOUBLE AS session_number, pain_before::DECIMAL(4, 1) AS pain_before, TIMESTAMP '2024-03-01 09:00:00' + INTERVAL (session_number) DAY AS session_date ${visits}`,
	'fraction-ids': `SELECT (40000 + session_number)::DOUBLE AS patient_id, condition, 1 AS session_number, pain_before ${visits}`,
	'texts-for-numbers': `SELECT patient_id, condition, session_number, CASE session_number WHEN 1 THEN 'seven' ELSE '5' END AS pain_before ${visits}`,
	nested: `SELECT patient_id, condition, session_number, {'value': pain_before} AS pain_before ${visits}`,
	lists: `SELECT patient_id, condition, session_number, [pain_before, 3] AS pain_before ${visits}`,
	'not-a-number': `SELECT patient_id, condition, session_number, CASE session_number WHEN 1 THEN 'NaN'::DOUBLE ELSE 'Infinity'::DOUBLE END AS pain_before ${visits} UNION ALL SELECT 'Zq2', 'knee pain', 1, 5`,
	'no-rows': `SELECT * ${visits} WHERE false`,
} as const;

/** Writes the Parquet files, and two that are damaged. */
export async function parquetFiles(folder: string): Promise<void> {
	await mkdir(join(folder, 'parquet'), { recursive: true });
	const path = (name: string) => join(folder, 'parquet', `${name}.parquet`);
	const db = await (await DuckDBInstance.create()).connect();
	for (const [name, sql] of Object.entries(contents)) await db.run(`COPY (${sql}) TO '${path(name)}' (FORMAT parquet)`);
	db.closeSync();
	const good = await readFile(path('good'));
	await writeFile(path('truncated'), good);
	await truncate(path('truncated'), Math.floor(good.length / 2));
	const broken = Buffer.from(good);
	broken.fill(0xff, 4, good.length - 200);
	await writeFile(path('broken-pages'), broken);
}
