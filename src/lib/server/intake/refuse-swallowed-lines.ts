import { run, type Database } from '../warehouse/database.ts';
import { records } from './record-lines.ts';
import addSwallowedSql from './sql/add-swallowed.sql?raw';
import refuseSwallowedSql from './sql/refuse-swallowed.sql?raw';

/** Refuses every line below one on which a quote opens that no other closes, since all of them were taken for a part of its value. */
export async function refuseSwallowedLines(db: Database, source: number, path: string, delimiter: string): Promise<void> {
	let record = 0;
	for await (const { line, last, open, blanks } of records(path, delimiter)) {
		record += 1;
		if (!open || last === line) continue;
		await run(db, addSwallowedSql, { source, record, line, last, blanks: JSON.stringify(blanks) });
		await run(db, refuseSwallowedSql, { source, line });
	}
}
