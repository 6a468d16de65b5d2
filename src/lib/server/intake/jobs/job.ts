import { randomBytes } from 'node:crypto';
import { access, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WarehouseFolder } from '../../warehouse/folder.ts';

/** An import in the browser: a private folder with the files and codebooks that were sent, what was chosen and what came of it. */
export type Job = Readonly<{ id: string; folder: string; files: string; codebooks: string; choices: string; mapping: string; quarantine: string; preview: string; looked: string; stage: string }>;

/** Makes the folder of a new job; only the person who runs the server can look into it. */
export async function createJob(warehouse: WarehouseFolder): Promise<Job> {
	const job = jobIn(warehouse, randomBytes(16).toString('hex'));
	for (const folder of [job.files, job.codebooks]) await mkdir(folder, { recursive: true, mode: 0o700 });
	return job;
}

/** The job with an id, or undefined where there is none. */
export async function findJob(warehouse: WarehouseFolder, id: string): Promise<Job | undefined> {
	if (!/^[0-9a-f]{32}$/u.test(id)) return undefined;
	const job = jobIn(warehouse, id);
	return access(job.folder).then(
		() => job,
		() => undefined,
	);
}

/** Removes a job with all that it holds. */
export async function removeJob({ folder }: Job): Promise<void> {
	await rm(folder, { recursive: true, force: true });
}

/** Removes what servers that are gone have left behind. */
export async function clearJobs(warehouse: WarehouseFolder): Promise<void> {
	const uploads = join(warehouse.root, 'uploads');
	const owners = await readdir(uploads).catch(() => []);
	for (const owner of owners) if (Number(owner) === process.pid || !isAlive(Number(owner))) await rm(join(uploads, owner), { recursive: true, force: true });
}

/** The files of a job, in the order in which they were sent. They may be removed meanwhile. */
export async function filesOf({ files }: Job): Promise<string[]> {
	return numbered(files);
}

/** The codebooks that were sent beside the files. */
export async function codebooksOf({ codebooks }: Job): Promise<string[]> {
	return numbered(codebooks);
}

/** Each file stands alone in a folder of its number. */
async function numbered(folder: string): Promise<string[]> {
	const numbers = (await readdir(folder).catch(() => [])).toSorted((a, b) => Number(a) - Number(b));
	const names = await Promise.all(numbers.map(async (number) => (await readdir(join(folder, number)).catch(() => [])).map((name) => join(folder, number, name))));
	return names.flat();
}

function jobIn({ root }: WarehouseFolder, id: string): Job {
	const folder = join(root, 'uploads', String(process.pid), id);
	return { id, folder, files: join(folder, 'files'), codebooks: join(folder, 'codebooks'), choices: join(folder, 'choices.json'), mapping: join(folder, 'mapping.json'), quarantine: join(folder, 'quarantine'), preview: join(folder, 'preview.json'), looked: join(folder, 'look.out'), stage: join(folder, 'stage') };
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
