import { z } from 'zod';
import { blanks } from '#lib/record/rules.ts';
import { rows, run, type Database } from '../warehouse/database.ts';
import { readHeader } from './dialect.ts';
import { sampleSize, withShapes, type ExaminedColumn, type ExaminedTable } from './examined-table.ts';
import { headerDepth, locateHeader } from './locate-header.ts';
import type { Mapping } from './mapping.ts';
import { recordLines } from './record-lines.ts';
import { refuseLongRecord } from './refuse-long-record.ts';
import { shapesOf } from './shapes.ts';
import { firstLines, type Source } from './source.ts';
import brokenSql from './sql/broken-to-examine.sql?raw';
import clearRejectErrorsSql from './sql/clear-reject-errors.sql?raw';
import clearRejectScansSql from './sql/clear-reject-scans.sql?raw';
import sampleSql from './sql/sample-delimited.sql?raw';
import spellingsSql from './sql/spellings-delimited.sql?raw';

/** A line that ends within a quoted value. */
const isOpen = /(^|[,;\t|] *)"([^"]|"")*$/u;

/** Looks at a delimited file without reading it in. */
export async function examineDelimited(db: Database, source: Source, map: Mapping, shipped: readonly Mapping[]): Promise<ExaminedTable> {
	const { path, name } = source;
	const lines = await firstLines({ path }, headerDepth + 1 + (map.skip ?? 0));
	const { skip, sure } = locateHeader(lines, map, shipped);
	const { headers, delimiter, headerLines } = readHeader(lines, { ...map, skip });
	if (isOpen.test(lines[headerLines - 1] ?? '')) throw new Error(`${name}:${headerLines}: the name of a column goes over several lines: write each name on one line`);
	await refuseLongRecord(source, delimiter);
	const file = { path, delimiter, headerLines };
	const texts = Object.fromEntries(headers.map((_, place) => [`column_${place}`, 'VARCHAR']));
	await clearRejects(db);
	const sample = await rows(db, z.object({ texts: z.array(z.string().nullable()) }), sampleSql, { ...file, columns: texts, limit: sampleSize });

	async function shapes(columns: readonly ExaminedColumn[], limit: number) {
		if (columns.length === 0) return [];
		const asked = { places: columns.map(({ place }) => String(place)), kinds: columns.map(({ kind }) => kind) };
		await clearRejects(db);
		return withShapes(columns, await shapesOf(db, spellingsSql, { ...file, ...asked, columns: texts, blanks, limit }));
	}

	async function places(records: readonly number[]) {
		const broken = new Set((await rows(db, z.object({ record: z.number() }), brokenSql)).map(({ record }) => record));
		const found = await recordLines(path, delimiter, headerLines, broken, records);
		return new Map([...found].map(([record, line]) => [record, `${name}:${line}`] as const));
	}

	return { headers, skip, sure, records: sample.map((row) => row.texts), shapes, places };
}

async function clearRejects(db: Database): Promise<void> {
	for (const sql of [clearRejectErrorsSql, clearRejectScansSql]) await run(db, sql);
}
