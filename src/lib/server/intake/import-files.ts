import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Codebook } from '#lib/codebook/schema.ts';
import { literal } from '#lib/record/sql.ts';
import { clearLeftovers } from '../warehouse/clear-leftovers.ts';
import { openEngine, run, type Database } from '../warehouse/database.ts';
import { inPlainWords } from '../warehouse/fault.ts';
import { warehouseFolder, type WarehouseFolder } from '../warehouse/folder.ts';
import { locked } from '../warehouse/lock.ts';
import { nextSnapshotId } from '../warehouse/next-snapshot-id.ts';
import { publish } from '../warehouse/publish.ts';
import { build, countChanges, describe, fingerprint, gather, type DatePrecision } from './assemble.ts';
import { check } from './check.ts';
import { screenRecords } from './identifiers/screen-records.ts';
import type { IdentifierPolicy } from './identifiers/settle-columns.ts';
import { flag } from './flag.ts';
import type { steps } from './import-steps.ts';
import { lineage } from './lineage.ts';
import type { Mapping } from './mapping.ts';
import { mergeNotes } from './merge-notes.ts';
import { place } from './place.ts';
import { loadKey } from './pseudonym-key.ts';
import { keepKeyFingerprint, requireSameKey } from './pseudonym-lineage.ts';
import { prepareHmac } from './pseudonym-sql.ts';
import { tally, writeQuarantine } from './quarantine.ts';
import { readyKey } from './ready-key.ts';
import type { ImportReport } from './report.ts';
import { stageSources } from './stage-sources.ts';
import { unchangedFiles } from './unchanged-files.ts';

export type ImportOptions = Readonly<{
	files: readonly string[];
	warehouse: string;
	codebook: Codebook;
	mapping: Mapping;
	/** whether columns are read by what they seem to be, where the mapping does not name all that a record needs */
	acceptProposals?: boolean;
	/** days without a visit that end an episode, where visits have no numbers */
	episodeGap: number;
	datePrecision: DatePrecision;
	/** what becomes of files that name people; refused where nothing is said */
	identifiers?: IdentifierPolicy;
	/** whether ids are replaced by pseudonyms made with the key of the warehouse, or of `keyFile` */
	pseudonymize?: boolean;
	keyFile?: string | undefined;
	dryRun: boolean;
	/** whether courses told take the place of what the warehouse holds of them, instead of being merged with it */
	replace?: boolean;
	/** the sheet of a workbook to read; without it, the only one */
	sheet?: string | undefined;
	/** where the first records are written as they are read */
	preview?: string | undefined;
	/** where refused records are listed, also by a dry run; without it, an import lists them in the warehouse */
	quarantine?: string | undefined;
	memoryLimit: string;
}>;

export type Step = (typeof steps)[number];

/** Imports files into a warehouse, all or nothing; the snapshot published before stays whole whatever happens. */
export async function importFiles(options: ImportOptions, progress: (step: Step) => void): Promise<ImportReport> {
	const folder = warehouseFolder(options.warehouse);
	return locked(folder, async () => {
		await clearLeftovers(folder);
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
	}).catch(async (error: unknown) => {
		throw await inPlainWords(folder, error);
	});
}

async function runImport(db: Database, folder: WarehouseFolder, options: ImportOptions, progress: (step: Step) => void): Promise<ImportReport> {
	const id = await nextSnapshotId(folder);
	const publishedAt = new Date().toISOString();
	progress('reading');
	const key = options.pseudonymize === true ? await loadKey(folder.root, options.keyFile, !options.dryRun) : undefined;
	if (key !== undefined) await prepareHmac(db, key);
	const unchanged = await unchangedFiles(options.files);
	const sources = await unchanged(() => stageSources(db, { ...options, folder: folder.building, today: publishedAt.slice(0, 10) }));
	progress('checking');
	const leftOut = await screenRecords(db, sources, options.identifiers ?? 'refuse', options.pseudonymize ?? false);
	await check(db);
	progress('forming episodes');
	const { synthetic, previous, notes } = await lineage(db, folder);
	if (previous !== undefined) await requireSameKey(db, key);
	const keyId = await readyKey(db, options);
	const merged = await place(db, { gapDays: options.episodeGap, keyId, replace: options.replace ?? false });
	const sessions = await gather(db, options.datePrecision, keyId);
	await flag(db);
	progress('counting');
	const { files, refusals, flags, totals } = await unchanged(() => tally(db, sources));
	if (totals.read === 0) throw new Error(`${files.map(({ name }) => name).join(', ')}: no record below the header`);
	const report = {
		snapshot: null,
		synthetic,
		...totals,
		sessions,
		files,
		refusals,
		flags,
		changed: await countChanges(db),
		quarantine: totals.rejected === 0 || (options.dryRun && options.quarantine === undefined) ? null : await writeQuarantine(db, options.quarantine ?? folder.quarantine, id),
		notes: [...sources.flatMap((source) => source.notes), ...leftOut, ...ignoredColumns(files), ...notes, ...mergeNotes(merged)],
	};
	if (totals.accepted === 0) return { ...report, outcome: 'refused' };
	progress('building');
	const built = join(folder.building, 'next.duckdb');
	await run(db, `ATTACH ${literal(built)} AS next (STORAGE_VERSION 'v1.5.0', RECOVERY_MODE 'no_wal_writes')`);
	await build(db, options.datePrecision);
	const print = await fingerprint(db, options.codebook);
	if (print === previous?.fingerprint) return { ...report, outcome: 'unchanged', snapshot: previous.id };
	if (options.dryRun) return { ...report, outcome: 'dry run' };
	const summary = await describe(db, { id, publishedAt, synthetic, fingerprint: print, codebook: options.codebook }, files, previous !== undefined);
	if (key !== undefined) await keepKeyFingerprint(db, key);
	await run(db, 'CHECKPOINT next');
	await run(db, 'DETACH next');
	progress('publishing');
	await publish(folder, built, summary);
	return { ...report, outcome: 'published', snapshot: id };
}

function ignoredColumns(files: ImportReport['files']): string[] {
	return files.filter(({ ignored }) => ignored.length > 0).map(({ name, ignored }) => `${name}: columns not read: ${listed(ignored)}`);
}

function listed(headers: readonly string[]): string {
	const names = headers.filter((header) => header.trim() !== '');
	const nameless = headers.length - names.length;
	return [...names, ...(nameless === 0 ? [] : [`${nameless} without a name`])].join(', ');
}
