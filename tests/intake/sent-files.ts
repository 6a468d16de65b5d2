import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Choices } from '#lib/server/intake/jobs/choices.ts';
import type { Job } from '#lib/server/intake/jobs/job.ts';
import { receiveFiles } from '#lib/server/intake/jobs/receive-files.ts';
import { startCheck, startLook } from '#lib/server/intake/jobs/start.ts';
import { viewJob, type JobView } from '#lib/server/intake/jobs/view.ts';
import { warehouseFolder, type WarehouseFolder } from '#lib/server/warehouse/folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A job, and the warehouse that its files were sent to. */
export type Sent = Readonly<{ folder: string; warehouse: WarehouseFolder; job: Job }>;

async function send(lines: readonly string[], name = 'clinic.csv'): Promise<Sent> {
	return sendFiles([new File([`${lines.join('\n')}\n`], name)]);
}

export async function sendFiles(files: readonly File[], codebooks: readonly File[] = []): Promise<Sent> {
	const folder = await temporaryFolder();
	const warehouse = warehouseFolder(join(folder, 'warehouse'));
	const form = new FormData();
	for (const file of files) form.append('files', file);
	for (const file of codebooks) form.append('codebook', file);
	const { body, headers } = new Response(form);
	return { folder, warehouse, job: await receiveFiles(warehouse, body ?? new ReadableStream(), headers.get('content-type') ?? '', { bytes: 1e6, files: 20 }) };
}

/** What a job shows when its process has ended. */
export async function ended({ warehouse, job }: Sent, again = false): Promise<JobView | undefined> {
	for (;;) {
		const view = await viewJob(warehouse, job, again);
		if (view?.kind !== 'working') return view;
		await pause(50);
	}
}

export async function looked(lines: readonly string[], chosen: Choices = {}, name = 'clinic.csv'): Promise<Sent & { view: JobView | undefined }> {
	const sent = await send(lines, name);
	await startLook(sent.warehouse, sent.job, chosen);
	return { ...sent, view: await ended(sent) };
}

export async function checked(lines: readonly string[], chosen: Choices): Promise<Sent & { view: JobView | undefined }> {
	const sent = await looked(lines);
	await startCheck(sent.warehouse, sent.job, chosen);
	return { ...sent, view: await ended(sent) };
}
