import { redirect } from '@sveltejs/kit';
import { RefusedUpload, receiveFiles } from '#lib/server/intake/jobs/receive-files.ts';
import { startLook } from '#lib/server/intake/jobs/start.ts';
import { uploadLimits } from '#lib/server/intake/jobs/upload-limits.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals: { warehouse } }) => {
	const limits = uploadLimits();
	const id = await received();
	redirect(303, id.startsWith('?') ? `/data/import${id}` : `/data/import/${id}`);

	async function received(): Promise<string> {
		try {
			if (request.body === null) throw new RefusedUpload('form');
			if (Number(request.headers.get('content-length') ?? 0) > limits.bytes + 100_000) throw new RefusedUpload('size');
			const job = await receiveFiles(warehouse.folder, request.body, request.headers.get('content-type') ?? '', limits);
			await startLook(warehouse.folder, job, {});
			return job.id;
		} catch (fault) {
			if (fault instanceof RefusedUpload) return `?refused=${fault.why}`;
			throw fault;
		}
	}
};
