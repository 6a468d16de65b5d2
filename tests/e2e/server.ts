import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A server that was started as `npm start` starts it; `log` is all that it wrote so far. */
export type RunningServer = Readonly<{ url: string; pid: number; startedInMs: number; log: () => string; stop: () => Promise<number | null> }>;

/** Starts a server on a free port, over `warehouse`, and waits until it listens. */
export async function startServer(warehouse: string, { folder = root, env = {}, command = [process.execPath] } = {}): Promise<RunningServer> {
	const began = performance.now();
	const { child, log } = start(folder, { PORT: '0', NEEDLEPOINT_WAREHOUSE: warehouse, ...env }, command);
	const ended = once(child, 'close');
	const url = await new Promise<string>((resolve, reject) => {
		child.stdout?.on('data', () => {
			const listening = /Listening on (\S+)/.exec(log());
			if (listening?.[1] !== undefined) resolve(listening[1]);
		});
		child.once('error', reject);
		child.once('close', (code) => {
			reject(new Error(`the server ended with ${code} before it listened:\n${log()}`));
		});
	});
	const stop = async (): Promise<number | null> => {
		child.kill('SIGTERM');
		const patience = setTimeout(() => child.kill('SIGKILL'), 15_000);
		await ended;
		clearTimeout(patience);
		return child.exitCode;
	};
	return { url, pid: child.pid ?? 0, startedInMs: performance.now() - began, log, stop };
}

/** Starts a server that is expected not to get as far as listening. */
export async function startInVain(env: Record<string, string>): Promise<{ code: number | null; log: string }> {
	const { child, log } = start(root, env, [process.execPath]);
	await once(child, 'close');
	return { code: child.exitCode, log: log() };
}

function start(folder: string, env: Record<string, string>, [program = '', ...parameters]: string[]): { child: ChildProcess; log: () => string } {
	const { HOST: _host, NODE_OPTIONS: _options, NODE_ENV: _mode, ...inherited } = process.env;
	const child = spawn(program, [...parameters, join(folder, 'scripts', 'start.mjs')], { cwd: folder, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
	const written: string[] = [];
	child.stdout.on('data', (chunk: Buffer) => written.push(chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => written.push(chunk.toString()));
	return { child, log: () => written.join('') };
}
