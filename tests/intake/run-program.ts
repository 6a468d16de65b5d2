import { spawn, type ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';

export type Ran = Readonly<{ code: number | null; stdout: string; stderr: string }>;

/** Starts a program of scripts/ as npm does. */
export function startProgram(script: string, parameters: readonly string[], environment: Readonly<Record<string, string>> = {}): { child: ChildProcess; ended: Promise<Ran> } {
	const child = spawn(process.execPath, ['--import', './scripts/loader/register.mjs', `scripts/${script}.ts`, ...parameters], {
		env: { ...process.env, ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const closed = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
	const ended = Promise.all([closed, text(child.stdout), text(child.stderr)]).then(([code, stdout, stderr]) => ({ code, stdout, stderr }));
	return { child, ended };
}

/** Runs a program of scripts/ to its end. */
export async function runProgram(script: string, parameters: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> {
	return startProgram(script, parameters, environment).ended;
}
