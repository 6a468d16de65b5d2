import { error } from '@sveltejs/kit';
import { findJob } from '#lib/server/intake/jobs/job.ts';
import { quarantineFile } from '#lib/server/intake/jobs/quarantine-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { warehouse } }) => {
	const job = await findJob(warehouse.folder, params.job);
	const file = job === undefined ? undefined : await quarantineFile(warehouse.folder, job);
	if (file === undefined) error(404, 'this import has no list of refused records');
	return new Response(file, { headers: { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment; filename="refused-records.csv"', 'cache-control': 'no-store' } });
};
