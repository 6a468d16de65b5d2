import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { rows, run, type Database } from '../warehouse/database.ts';
import { numberLines } from './number-lines.ts';
import type { StagedSource } from './read-source.ts';
import { flag, refusal, type FileReport, type Flag, type ImportReport, type Refusal } from './report.ts';
import createFileSql from './sql/create-file.sql?raw';
import createQuarantineSql from './sql/create-quarantine.sql?raw';
import createSoughtSql from './sql/create-sought.sql?raw';
import fatesSql from './sql/fates.sql?raw';
import flagsSql from './sql/flags.sql?raw';
import reasonsSql from './sql/reasons.sql?raw';
import refusedCountSql from './sql/count-refused.sql?raw';
import writeQuarantineSql from './sql/write-quarantine.sql?raw';

const fate = z.object({ number: z.number(), read: z.number(), accepted: z.number(), duplicates: z.number(), rejected: z.number() });

type Tally = Readonly<{ files: FileReport[]; refusals: Refusal[]; flags: Flag[]; totals: Pick<ImportReport, 'read' | 'accepted' | 'duplicates' | 'rejected'> }>;

/** Gathers every refusal with its line, and what is worth a look, and counts each file's records by fate; throws where a record has been lost. */
export async function tally(db: Database, sources: readonly StagedSource[]): Promise<Tally> {
	await run(db, createFileSql, { files: JSON.stringify(sources.map(({ number, name }) => ({ number, name }))) });
	const [refused] = await rows(db, z.object({ count: z.number() }), refusedCountSql);
	await run(db, createSoughtSql);
	if (refused?.count !== 0) for (const source of sources) await numberLines(db, source);
	await run(db, createQuarantineSql);
	const fates = new Map((await rows(db, fate, fatesSql)).map((row) => [row.number, row]));
	const files = sources.map(({ number, name, sha256, ignored }) => {
		const { read = 0, accepted = 0, duplicates = 0, rejected = 0 } = fates.get(number) ?? {};
		if (read !== accepted + duplicates + rejected) throw new Error(`${name}: ${read} records read, but ${accepted} accepted, ${duplicates} duplicates, ${rejected} rejected`);
		return { name, sha256, read, accepted, duplicates, rejected, ignored };
	});
	const totals = {
		read: sum(files.map((file) => file.read)),
		accepted: sum(files.map((file) => file.accepted)),
		duplicates: sum(files.map((file) => file.duplicates)),
		rejected: sum(files.map((file) => file.rejected)),
	};
	return { files, refusals: await rows(db, refusal, reasonsSql), flags: await rows(db, flag, flagsSql), totals };
}

/** Writes the quarantine file of an import into a folder and gives its path. */
export async function writeQuarantine(db: Database, folder: string, id: string): Promise<string> {
	await mkdir(folder, { recursive: true });
	const path = join(folder, `${id}.csv`);
	await run(db, writeQuarantineSql, { path });
	return path;
}

function sum(counts: readonly number[]): number {
	return counts.reduce((total, count) => total + count, 0);
}
