import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ulid } from 'ulid';
import type { Codebook } from '#lib/codebook/schema.ts';
import { literal } from '#lib/record/sql.ts';
import { openEngine, run, type Database } from '../warehouse/database.ts';
import { warehouseFolder, type WarehouseFolder } from '../warehouse/folder.ts';
import { locked } from '../warehouse/lock.ts';
import { publish } from '../warehouse/publish.ts';
import { build, fingerprint, gather, type DatePrecision } from './assemble.ts';
import { check } from './check.ts';
import { createRawSql } from './check-sql.ts';
import { lineage } from './lineage.ts';
import { loadWords } from './load-words.ts';
import type { Mapping } from './mapping.ts';
import { place } from './place.ts';
import { tally, writeQuarantine } from './quarantine.ts';
import { readSource, type StagedSource } from './read-source.ts';
import type { ImportReport } from './report.ts';
import { openSource } from './source.ts';
import createBrokenSql from './sql/create-broken.sql?raw';
import createLineNumberSql from './sql/create-line-number.sql?raw';
import valueClassSql from './sql/value-class.sql?raw';

export type ImportOptions = Readonly<{
	files: readonly string[];
	warehouse: string;
	codebook: Codebook;
	mapping: Mapping;
	/** days without a visit that end an episode, where visits have no numbers */
	episodeGap: number;
	datePrecision: DatePrecision;
	dryRun: boolean;
	memoryLimit: string;
}>;

export const steps = ['reading', 'checking', 'forming episodes', 'counting', 'building', 'publishing'] as const;

export type Step = (typeof steps)[number];

/** Imports files into a warehouse, all or nothing; the snapshot published before stays whole whatever happens. */
export async function importFiles(options: ImportOptions, progress: (step: Step) => void): Promise<ImportReport> {
	const folder = warehouseFolder(options.warehouse);
	return locked(folder, async () => {
		await rm(folder.building, { recursive: true, force: true });
		await mkdir(folder.building, { recursive: true });
		const engine = await openEngine({ memory_limit: options.memoryLimit, temp_directory: join(folder.building, 'spill') });
		const db = await engine.connect();
		try {
			return await runImport(db, folder, options, progress);
		} finally {
			db.closeSync();
			engine.closeSync();
			await rm(folder.building, { recursive: true, force: true });
		}
	});
}

async function runImport(db: Database, folder: WarehouseFolder, options: ImportOptions, progress: (step: Step) => void): Promise<ImportReport> {
	const id = ulid();
	const publishedAt = new Date().toISOString();
	progress('reading');
	const sources = await stage(db, folder, options);
	progress('checking');
	await check(db, publishedAt.slice(0, 10));
	progress('forming episodes');
	const { synthetic, previous, notes } = await lineage(db, folder);
	await place(db, options.episodeGap, previous !== undefined);
	const sessions = await gather(db, options.datePrecision, previous !== undefined);
	progress('counting');
	const { files, refusals, totals } = await tally(db, sources);
	if (totals.read === 0) throw new Error(`${files.map(({ name }) => name).join(', ')}: no record below the header`);
	const report = {
		snapshot: null,
		synthetic,
		...totals,
		sessions,
		files,
		refusals,
		quarantine: totals.rejected === 0 || options.dryRun ? null : await writeQuarantine(db, folder, id),
		notes: [...sources.flatMap((source) => source.notes), ...ignoredColumns(files), ...notes],
	};
	if (totals.accepted === 0) return { ...report, outcome: 'refused' };
	const print = await fingerprint(db, options.codebook);
	if (print === previous?.fingerprint) return { ...report, outcome: 'unchanged', snapshot: previous.id };
	if (options.dryRun) return { ...report, outcome: 'dry run' };
	progress('building');
	const built = join(folder.building, 'next.duckdb');
	await run(db, `ATTACH ${literal(built)} AS next`);
	const summary = await build(db, { id, publishedAt, synthetic, fingerprint: print, codebook: options.codebook }, files, previous !== undefined);
	await run(db, 'CHECKPOINT next');
	await run(db, 'DETACH next');
	progress('publishing');
	await publish(folder, built, summary);
	return { ...report, outcome: 'published', snapshot: id };
}

async function stage(db: Database, folder: WarehouseFolder, { files, codebook, mapping }: ImportOptions): Promise<StagedSource[]> {
	await run(db, `ATTACH ${literal(join(folder.building, 'stage.duckdb'))} AS stage`);
	for (const sql of [createRawSql, createBrokenSql, createLineNumberSql, valueClassSql]) await run(db, sql);
	await loadWords(db, codebook, mapping);
	const opened = await Promise.all(files.map((file, number) => openSource(file, join(folder.building, `plain-${number}`))));
	const staged: StagedSource[] = [];
	for (const [number, source] of opened.entries()) staged.push(await readSource(db, source, number, mapping));
	return staged;
}

function ignoredColumns(files: ImportReport['files']): string[] {
	return files.filter(({ ignored }) => ignored.length > 0).map(({ name, ignored }) => `${name}: columns not read: ${ignored.join(', ')}`);
}
