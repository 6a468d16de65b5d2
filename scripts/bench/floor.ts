import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { fields } from '#lib/record/fields.ts';
import { literal, typeSql } from '#lib/record/sql.ts';
import { oneRow, openEngine, run } from '#lib/server/warehouse/database.ts';
import countSql from './count.sql?raw';
import readTypedSql from './read-typed.sql?raw';
import { stopwatch } from './stopwatch.ts';

const [sample = '', folder = ''] = process.argv.slice(2);
const columns = Object.fromEntries((await headerOf(sample)).map((header) => [header, typeOf(header)]));
await rm(folder, { force: true });
const engine = await openEngine({ memory_limit: '4GB', temp_directory: `${folder}.spill` });
const db = await engine.connect();
const watch = stopwatch();
watch.step('reading');
await run(db, `ATTACH ${literal(folder)} AS floor`);
await run(db, readTypedSql, { path: sample, columns });
watch.step('checkpoint');
await run(db, 'CHECKPOINT floor');
const timed = watch.read(0);
const { count } = await oneRow(db, z.object({ count: z.number() }), countSql);
console.log(JSON.stringify({ ...timed, rows: count }));

async function headerOf(file: string): Promise<string[]> {
	for await (const line of createInterface({ input: createReadStream(file) })) return line.split(',');
	throw new Error(`${file}: is empty`);
}

function typeOf(header: string): string {
	const field = fields.find(({ name }) => name === header);
	if (field === undefined) throw new Error(`no such column: ${header}`);
	return typeSql(field);
}
