import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Dashboard = Readonly<{ url: string; memory: () => Promise<number>; stop: () => Promise<void> }>;

const scripts = join(import.meta.dirname, '..');

/** Imports a file with the command, silently; throws where it was refused. */
export async function importFile(file: string, warehouse: string): Promise<void> {
	const child = spawn(process.execPath, [join(scripts, 'run.mjs'), 'import.ts', file, '--warehouse', warehouse], { stdio: ['ignore', 'ignore', 'pipe'] });
	const written: string[] = [];
	child.stderr.on('data', (chunk: Buffer) => written.push(chunk.toString()));
	const [code] = await once(child, 'close');
	if (code !== 0 && code !== 2) throw new Error(`the import ended with ${String(code)}: ${written.join('').trim()}`);
}

/** Starts the dashboard as `npm start` does, on a free port, and waits until it listens. */
export async function startDashboard(warehouse: string): Promise<Dashboard> {
	const child = spawn(process.execPath, [join(scripts, 'start.mjs')], { env: { ...process.env, PORT: '0', HOST: '127.0.0.1', NEEDLEPOINT_WAREHOUSE: warehouse }, stdio: ['ignore', 'pipe', 'inherit'] });
	const closed = once(child, 'close');
	const url = await new Promise<string>((resolve, reject) => {
		let written = '';
		child.stdout.on('data', (chunk: Buffer) => {
			written += chunk.toString();
			const listening = /Listening on (\S+)/u.exec(written)?.[1];
			if (listening !== undefined) resolve(listening);
		});
		void closed.then(() => reject(new Error(`the dashboard ended before it listened: ${written}`)));
	});
	return {
		url,
		memory: () => residentBytes(child.pid),
		stop: async () => {
			child.kill('SIGTERM');
			await closed;
		},
	};
}

/** Bytes of memory that a process holds; 0 where the system does not tell. */
async function residentBytes(pid: number | undefined): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	return Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1] ?? 0) * 1024;
}
