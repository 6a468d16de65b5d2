import { readFile } from 'node:fs/promises';
import { lookedFile, type LookedFile } from '../looked-file.ts';
import type { Job } from './job.ts';

/** What the look at a job's files told; undefined where there is none, or it went wrong. */
export async function readLooked({ looked }: Job): Promise<LookedFile[] | undefined> {
	const text = await readFile(looked, 'utf8').catch(() => '');
	return text === '' ? undefined : lookedFile.array().parse(JSON.parse(text));
}
