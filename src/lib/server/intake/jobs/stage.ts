import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { steps } from '../import-steps.ts';
import { removeJob, type Job } from './job.ts';

/** What is done in one go, by a process of its own: files are looked at, checked, or imported. */
export type StageName = 'look' | 'check' | 'import';

/** How a stage stands; `code` is that of the command, and `said` what it wrote besides its steps. */
export type Stage = Readonly<{ name: StageName; running: boolean; step: string | undefined; place: number; of: number; code: number | undefined; output: string; said: string }>;

const names = ['look', 'check', 'import'] as const;

/** Whoever reads the dashboard meanwhile goes first. */
const belowReaders = 5;

/** The processes at work, by job. */
const working = new Map<string, ChildProcess>();

process.once('exit', () => {
	for (const child of working.values()) child.kill();
});

/** Starts a command of scripts/ for a job; `ended` is done before the stage shows as ended. */
export async function startStage(job: Job, name: StageName, script: string, parameters: readonly string[], ended: (code: number) => Promise<void> = async () => undefined): Promise<void> {
	if (working.has(job.id)) return;
	for (const kind of ['out', 'err', 'code']) await rm(join(job.folder, `${name}.${kind}`), { force: true });
	const [out, err] = await Promise.all([open(join(job.folder, `${name}.out`), 'w', 0o600), open(join(job.folder, `${name}.err`), 'w', 0o600)]);
	await writeFile(job.stage, name);
	const child = spawn(process.execPath, ['--import', pathToFileURL(resolve('scripts/loader/register.mjs')).href, resolve('scripts', script), ...parameters], { stdio: ['ignore', out.fd, err.fd] });
	if (child.pid !== undefined) setPriority(child.pid, belowReaders);
	working.set(job.id, child);
	child.once('error', () => void end(1));
	child.once('exit', (code) => void end(code ?? 1));
	await Promise.all([out.close(), err.close()]);

	async function end(code: number): Promise<void> {
		if (working.get(job.id) !== child) return;
		working.delete(job.id);
		await ended(code).catch(() => undefined);
		await writeFile(join(job.folder, `${name}.code`), String(code));
	}
}

/** How the stage that was started last stands. */
export async function readStage(job: Job): Promise<Stage | undefined> {
	const text = await read(job.stage);
	const name = names.find((each) => each === text);
	if (name === undefined) return undefined;
	const [code, output, written] = await Promise.all(['code', 'out', 'err'].map((kind) => read(join(job.folder, `${name}.${kind}`))));
	const lines = (written ?? '').split('\n').filter((line) => line !== '');
	const passed = lines.filter(isStep);
	const running = code === undefined;
	return { name, running, step: passed.at(-1), place: passed.length, of: steps.length, code: running ? undefined : Number(code), output: output ?? '', said: lines.filter((line) => !isStep(line) && !/^done in [0-9.]+ s$/u.test(line)).join('\n') };
}

/** Ends the process at work and removes the job. */
export async function cancelJob(job: Job): Promise<void> {
	const child = working.get(job.id);
	working.delete(job.id);
	const gone = child === undefined ? undefined : once(child, 'exit');
	child?.kill();
	await gone;
	await removeJob(job);
}

function isStep(line: string): boolean {
	return steps.some((step) => step === line);
}

async function read(path: string): Promise<string | undefined> {
	return readFile(path, 'utf8').catch(() => undefined);
}
