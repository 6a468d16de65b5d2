import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const windows = process.platform === 'win32';

/** Runs a program to its end and gives its exit code; a signal that stops us stops it first. */
export function run(command, parameters, options = {}) {
	const child = spawn(command, parameters, { stdio: 'inherit', shell: windows && !command.endsWith('.exe'), ...options });
	let stoppedBy;
	const forward = (signal) => {
		stoppedBy = signal;
		child.kill(signal);
	};
	for (const signal of signals) process.on(signal, forward);
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => {
			for (const each of signals) process.off(each, forward);
			if (stoppedBy) process.exit(128 + constants.signals[stoppedBy]);
			resolve(code ?? 128 + constants.signals[signal]);
		});
	});
}

/** Runs a command of an installed package. */
export function runPackage(name, parameters, options) {
	return run(join(root, 'node_modules', '.bin', name), parameters, options);
}

/** Runs one of our TypeScript programs. */
export function runScript(name, parameters, options) {
	const loader = new URL('./loader/register.mjs', import.meta.url).href;
	return run(process.execPath, ['--import', loader, join(root, 'scripts', name), ...parameters], options);
}

/** npm runs us through a shell that keeps signals to itself; once that shell is gone, stop as if told to. */
export function stopWithParent() {
	const { ppid } = process;
	if (process.env.npm_lifecycle_event === undefined) return;
	const watch = setInterval(() => {
		if (process.ppid === ppid) return;
		clearInterval(watch);
		process.kill(process.pid, 'SIGTERM');
	}, 250).unref();
}
