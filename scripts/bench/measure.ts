import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Served } from './served.ts';

/** One timed run in a process of its own: wall and processor seconds, the most memory it held, and seconds by step. */
export type Measured = z.infer<typeof measurement>;

export type Comparison = Readonly<{ runs: number; floor: Measured; import: Measured; served: Served }>;

const measurement = z.object({
	rows: z.number(),
	seconds: z.number(),
	processorSeconds: z.number(),
	peakBytes: z.number(),
	steps: z.array(z.object({ step: z.string(), seconds: z.number() })),
});

const visitsOfPatient = 5.76;
const loader = join(import.meta.dirname, '../loader/register.mjs');

/** A file of about that many made-up records. */
export async function makeSample(folder: string, rows: number): Promise<string> {
	const file = join(folder, 'sample.csv');
	await program('../sample.ts', ['--patients', String(Math.ceil(rows / visitsOfPatient)), '--out', file]);
	return file;
}

export async function measured(what: 'floor' | 'import', sample: string, folder: string): Promise<Measured> {
	return measurement.parse(JSON.parse(await program(`${what}.ts`, [sample, join(folder, what)])));
}

/** The run of middle duration. */
export function median(runs: readonly Measured[]): Measured {
	const middle = runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor((runs.length - 1) / 2)];
	if (middle === undefined) throw new Error('nothing was measured');
	return middle;
}

async function program(name: string, parameters: readonly string[]): Promise<string> {
	const { stdout } = await promisify(execFile)(process.execPath, ['--import', loader, join(import.meta.dirname, name), ...parameters]);
	return stdout;
}
