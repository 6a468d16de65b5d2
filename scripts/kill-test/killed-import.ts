import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A process with all modules loaded that waits for what to import. */
export type Importer = Readonly<{ child: ChildProcess; ready: Promise<unknown> }>;

/** What an import was doing when it was killed, and how many milliseconds it took where it had ended before. */
export type Killed = Readonly<{ step: string; took: number | undefined }>;

export function startImporter(): Importer {
	const loader = join(import.meta.dirname, '../loader/register.mjs');
	const child = fork(join(import.meta.dirname, 'importer.ts'), { execArgv: ['--import', loader], detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
	return { child, ready: once(child, 'message') };
}

/** Has a file imported and kills the process and those it started after some milliseconds. */
export async function killedImport({ child, ready }: Importer, files: readonly string[], warehouse: string, after: number): Promise<Killed> {
	await ready;
	let step = 'starting';
	let took: number | undefined;
	const began = performance.now();
	child.on('message', (message) => {
		step = String(message);
		if (step === 'ended') took = performance.now() - began;
	});
	const closed = once(child, 'close');
	child.send({ files, warehouse });
	await Promise.race([pause(after, undefined, { ref: false }), closed]);
	killGroup(child);
	await closed;
	return { step, took };
}

/** A process that has ended by itself has no group any more. */
export function killGroup({ pid }: ChildProcess): void {
	try {
		if (pid !== undefined) process.kill(-pid, 'SIGKILL');
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
	}
}
