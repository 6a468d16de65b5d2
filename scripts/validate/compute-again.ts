import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largestDifference } from './largest-difference.ts';
import { folders, type Routine } from './routines.ts';

/** How far R's numbers are from the committed ones: the largest relative difference, or why there is none. */
export type Again = Readonly<{ largest: number }> | Readonly<{ reason: string }>;

/** Runs the R scripts in a copy of their folders, which is gone afterwards. */
export async function computeAgain(root: string, all: readonly Routine[]): Promise<ReadonlyMap<string, Again>> {
	const copy = await mkdtemp(join(tmpdir(), 'needlepoint-validate-'));
	try {
		for (const folder of folders) await cp(join(root, folder), join(copy, folder), { recursive: true });
		await symlink(join(root, 'data'), join(copy, 'data'));
		const again = new Map<string, Again>();
		for (const routine of all) again.set(routine.name, await compute(root, copy, routine));
		return again;
	} finally {
		await rm(copy, { recursive: true });
	}
}

async function compute(root: string, copy: string, { folder, name }: Routine): Promise<Again> {
	const { status, stderr } = spawnSync('Rscript', [join(folder, `${name}.R`)], { cwd: copy, encoding: 'utf8' });
	if (status !== 0) return { reason: `R failed: ${stderr.trim().split('\n').at(-1) ?? ''}` };
	const read = async (top: string): Promise<unknown> => JSON.parse(await readFile(join(top, folder, `${name}.json`), 'utf8'));
	return { largest: largestDifference(await read(root), await read(copy)).largest };
}
