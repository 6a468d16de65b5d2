import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniform } from '#lib/sample/draw.ts';
import { steps } from '#lib/server/intake/import-steps.ts';
import { importAll } from './import-all.ts';
import { killedImport, killGroup, startImporter } from './killed-import.ts';
import { leftovers } from './leftovers.ts';
import { madeUpFile, type Holding } from './made-up-file.ts';
import { publishedState, type PublishedState } from './published-state.ts';

/** What became of a warehouse whose imports were killed; `struck` counts the kills by the step that they hit. */
export type Outcome = Readonly<{ kills: number; damaged: number; lostRows: number; leftovers: number; same: boolean; struck: ReadonlyMap<string, number>; troubles: readonly string[] }>;

/** An import that had not ended when it was killed may take longer than was thought, as where the machine has more to do. */
const longer = 1.04;

/**
 * Imports a new file each round in a process of its own, kills that at a random moment of the time an import takes, and looks whether
 * the published snapshot is just the one before or just the one after. Then the file is imported again, to its end.
 */
export async function killImports(folder: string, rounds: number, seed: number): Promise<Outcome> {
	const generator = xoroshiro128plus(seed);
	const warehouse = join(folder, 'warehouse');
	await mkdir(folder, { recursive: true });
	const first = await madeUpFile(folder, 0, generator);
	let held = first.holds;
	let duration = await timedImport([first.path], warehouse);
	const files = [first.path];
	const struck = new Map<string, number>(['starting', ...steps, 'ended'].map((step) => [step, 0]));
	const troubles: string[] = [];
	const count = { damaged: 0, leftovers: 0 };
	let importer = startImporter();
	for (let round = 1; round <= rounds; round += 1) {
		const { path, holds } = await madeUpFile(folder, round, generator);
		const before = await publishedState(warehouse);
		const after = plus(held, holds);
		const { step, took } = await killedImport(importer, [path], warehouse, uniform(generator) * duration);
		importer = startImporter();
		duration = took === undefined ? duration * longer : (duration + took) / 2;
		struck.set(step, (struck.get(step) ?? 0) + 1);
		const whole = await publishedState(warehouse).then(
			(found) => (found.id === before.id ? isSame(found, before) : holdsJust(found, after)),
			() => false,
		);
		if (!whole) count.damaged += 1;
		const again = await importAll([path], warehouse).catch((error: unknown) => String(error));
		if (typeof again === 'string') troubles.push(`round ${round}, killed while ${step}: ${again}`);
		const now = await publishedState(warehouse);
		if (!holdsJust(now, after)) troubles.push(`round ${round}, killed while ${step}: ${now.sessions} sessions, and not ${after.sessions}`);
		const left = await leftovers(warehouse);
		count.leftovers += left.length;
		if (left.length > 0) troubles.push(`round ${round}, killed while ${step}: left ${left.join(', ')}`);
		held = after;
		files.push(path);
	}
	killGroup(importer.child);
	const end = await publishedState(warehouse);
	const aside = join(folder, 'at-once');
	await importAll(files, aside);
	const atOnce = await publishedState(aside);
	return { kills: rounds, ...count, lostRows: held.sessions - end.sessions, same: end.fingerprint === atOnce.fingerprint, struck, troubles };
}

/** Milliseconds that an import takes in a process that has just begun. */
async function timedImport(files: readonly string[], warehouse: string): Promise<number> {
	const { took } = await killedImport(startImporter(), files, warehouse, 120_000);
	if (took === undefined) throw new Error('the first import did not end');
	return took;
}

function plus(a: Holding, b: Holding): Holding {
	return { patients: a.patients + b.patients, sessions: a.sessions + b.sessions, pain: a.pain + b.pain };
}

function holdsJust(found: Holding, expected: Holding): boolean {
	return found.patients === expected.patients && found.sessions === expected.sessions && found.pain === expected.pain;
}

function isSame(a: PublishedState, b: PublishedState): boolean {
	return holdsJust(a, b) && a.fingerprint === b.fingerprint && a.content === b.content;
}
