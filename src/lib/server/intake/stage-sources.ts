import { run, type Database } from '../warehouse/database.ts';
import { columnKinds, type ColumnKind } from './column-shapes.ts';
import { writeFirstValues } from './first-values.ts';
import { keepNameWords } from './identifiers/keep-name-words.ts';
import { settleColumns } from './identifiers/settle-columns.ts';
import type { ImportOptions } from './import-files.ts';
import { hasLateOddities } from './has-late-oddities.ts';
import { loadWords } from './load-words.ts';
import { openSources } from './formats/open-sources.ts';
import { readSource, type StagedSource } from './read-source.ts';
import { createCodeTypesSql, createRecordSql, createTypedSql } from './record-table-sql.ts';
import { settleSources, type SettledSource } from './settle-sources.ts';
import type { Source } from './source.ts';
import createBrokenSql from './sql/create-broken.sql?raw';
import createLineNumberSql from './sql/create-line-number.sql?raw';
import createNamedSql from './sql/create-named.sql?raw';
import createPlaceSql from './sql/create-place.sql?raw';
import createSwallowedSql from './sql/create-swallowed.sql?raw';
import nameWordsSql from './sql/name-words.sql?raw';
import valueClassSql from './sql/value-class.sql?raw';

type Staging = ImportOptions & Readonly<{ folder: string; today: string }>;

/**
 * Reads files into the stage. What is odd in one is mostly so in its first records; where records further down turn out to be written
 * otherwise, all of the files is looked at and they are read once more, as if the odd ones had come first.
 */
export async function stageSources(db: Database, staging: Staging): Promise<StagedSource[]> {
	await run(db, valueClassSql);
	const opened = await openSources(staging.files, staging);
	const settled = await settle(db, opened, staging, staging.pseudonymize === true ? ['id'] : []);
	const staged = await read(db, settled, staging);
	if (!(await hasLateOddities(db, settled, staging.mapping))) return staged;
	await run(db, 'DETACH stage');
	return read(db, await settle(db, opened, staging, columnKinds), staging);
}

async function settle(db: Database, opened: readonly Source[], { mapping, codebook, acceptProposals = false, identifiers = 'refuse', pseudonymize = false, today }: Staging, whole: readonly ColumnKind[]): Promise<SettledSource[]> {
	return settleColumns(await settleSources(db, opened, { mapping, codebook, acceptProposals, today, whole }), identifiers, pseudonymize);
}

async function read(db: Database, settled: readonly SettledSource[], { codebook, pseudonymize = false, preview, today }: Staging): Promise<StagedSource[]> {
	await run(db, `ATTACH ':memory:' AS stage`);
	for (const sql of [createBrokenSql, createLineNumberSql, createPlaceSql, createSwallowedSql, createNamedSql, nameWordsSql]) await run(db, sql);
	await loadWords(db, codebook, settled.map(({ mapping }) => mapping));
	for (const sql of [...createCodeTypesSql, createRecordSql, createTypedSql]) await run(db, sql);
	const staged: StagedSource[] = [];
	for (const [number, file] of settled.entries()) {
		const source = await readSource(db, file.source, number, { map: file.mapping, pseudonymize, today });
		await keepNameWords(db, source, file, pseudonymize);
		staged.push(source);
	}
	if (preview !== undefined) await writeFirstValues(db, settled, today, preview);
	return staged;
}
