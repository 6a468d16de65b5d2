import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { between } from '#lib/sample/draw.ts';

/** What a warehouse must hold: patients, their sessions, and the sum of the pain scores before them. */
export type Holding = Readonly<{ patients: number; sessions: number; pain: number }>;

/** Writes a file of patients that no other file has, with one record that must be refused; gives its path and what it holds. */
export async function madeUpFile(folder: string, number: number, generator: RandomGenerator): Promise<{ path: string; holds: Holding }> {
	const patients = between(generator, { from: 20, to: 200 });
	const visits = Array.from({ length: patients }, (_, patient) =>
		Array.from({ length: between(generator, { from: 1, to: 4 }) }, (__, visit) => ({ patient: `F${number}x${patient}`, session: visit + 1, pain: between(generator, { from: 0, to: 10 }) })),
	).flat();
	const lines = visits.map(({ patient, session, pain }) => `${patient},knee pain,${session},${pain}`);
	const path = join(folder, `file-${number}.csv`);
	await writeFile(path, ['patient_id,condition,session_number,pain_before', ...lines, `F${number}bad,knee pain,1,99`, ''].join('\n'));
	return { path, holds: { patients, sessions: visits.length, pain: visits.reduce((sum, each) => sum + each.pain, 0) } };
}
