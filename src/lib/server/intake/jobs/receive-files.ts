import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import type { WarehouseFolder } from '../../warehouse/folder.ts';
import { createJob, removeJob, type Job } from './job.ts';
import { plainName } from './plain-name.ts';
import type { UploadLimits } from './upload-limits.ts';

type Form = InstanceType<typeof Busboy>;

/** What else is sent in a form of files is a file of records. */
const codebookField = 'codebook';

/** Why files that were sent are not taken. */
export class RefusedUpload extends Error {
	readonly why: 'size' | 'count' | 'none' | 'form' | 'disk';

	constructor(why: RefusedUpload['why']) {
		super(`the files were not taken: ${why}`);
		this.why = why;
	}
}

/** Writes the files of a form to the folder of a new job as they arrive; of what is refused or breaks off nothing stays. */
export async function receiveFiles(warehouse: WarehouseFolder, body: ReadableStream<Uint8Array>, contentType: string, limits: UploadLimits): Promise<Job> {
	const job = await createJob(warehouse);
	try {
		if ((await receive(job, body, contentType, limits)) === 0) throw new RefusedUpload('none');
		return job;
	} catch (error) {
		await removeJob(job);
		throw error;
	}
}

/** Gives the number of files of records. */
async function receive(job: Job, body: ReadableStream<Uint8Array>, contentType: string, limits: UploadLimits): Promise<number> {
	const form = openForm(contentType, limits);
	const left = { bytes: limits.bytes };
	const saved: Promise<void>[] = [];
	let records = 0;
	const faults: unknown[] = [];
	form.on('file', (field: string, stream: Readable, name: string | undefined) => {
		if (name === undefined || name === '') return void stream.resume();
		if (field !== codebookField) records += 1;
		saved.push(
			save(field === codebookField ? job.codebooks : job.files, saved.length + 1, stream, name, left).catch((error: unknown) => {
				faults.push(error);
				stream.resume();
			}),
		);
	});
	form.on('filesLimit', () => faults.push(new RefusedUpload('count')));
	form.on('error', () => faults.push(new RefusedUpload('form')));
	await feed(form, body, faults);
	await Promise.all(saved);
	if (faults.length > 0) throw faults[0];
	return records;
}

function openForm(contentType: string, { files }: UploadLimits): Form {
	try {
		return new Busboy({ headers: { 'content-type': contentType }, limits: { files, fields: 10, fieldSize: 1000, headerPairs: 20 } });
	} catch {
		throw new RefusedUpload('form');
	}
}

/** Stops reading at the first fault. */
async function feed(form: Form, body: ReadableStream<Uint8Array>, faults: readonly unknown[]): Promise<void> {
	const finished = once(form, 'finish').catch(() => undefined);
	const reader = body.getReader();
	while (faults.length === 0) {
		const { done, value } = await reader.read();
		if (done) break;
		if (!form.write(value)) await Promise.race([once(form, 'drain').catch(() => undefined), finished]);
	}
	if (faults.length > 0) return void form.destroy();
	form.end();
	await finished;
}

async function save(into: string, number: number, stream: Readable, name: string, left: { bytes: number }): Promise<void> {
	const folder = join(into, String(number));
	await mkdir(folder, { mode: 0o700 });
	const counted = new Transform({
		transform(chunk: Buffer, _, done) {
			left.bytes -= chunk.length;
			if (left.bytes < 0) done(new RefusedUpload('size'));
			else done(null, chunk);
		},
	});
	await pipeline(stream, counted, createWriteStream(join(folder, plainName(name)), { flags: 'wx', mode: 0o600 })).catch((error: unknown) => {
		if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw new RefusedUpload('disk');
		throw error;
	});
}
