import { error, fail, redirect } from '@sveltejs/kit';
import { fields } from '#lib/record/fields.ts';
import { choicesOf, readChoices } from '#lib/server/intake/jobs/choices.ts';
import { findJob, type Job } from '#lib/server/intake/jobs/job.ts';
import { nextUndo } from '#lib/server/intake/jobs/next-undo.ts';
import { cancelJob } from '#lib/server/intake/jobs/stage.ts';
import { startCheck, startImport, startLook } from '#lib/server/intake/jobs/start.ts';
import { undoImport } from '#lib/server/intake/jobs/undo-import.ts';
import { viewJob } from '#lib/server/intake/jobs/view.ts';
import { publishedStamp } from '../published-stamp.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { warehouse }, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const view = await viewJob(warehouse.folder, await jobOf(warehouse, params.job), url.searchParams.get('step') === 'columns');
	if (view === undefined) error(404, 'this import is over: choose the files again');
	const undo = view.kind === 'report' ? await nextUndo(warehouse) : undefined;
	return {
		stamp: await publishedStamp(warehouse),
		id: params.job,
		view,
		fields: fields.map(({ name, meaning }) => ({ name, meaning })),
		undo: view.kind === 'report' && view.report.outcome === 'published' && undo?.undone.id === view.report.snapshot ? undo : undefined,
		asking: url.searchParams.has('undo'),
	};
};

export const actions: Actions = {
	look: async ({ request, params, locals: { warehouse } }) => {
		await startLook(warehouse.folder, await jobOf(warehouse, params.job), choicesOf(await request.formData()));
		redirect(303, `/data/import/${params.job}`);
	},
	check: async ({ request, params, locals: { warehouse } }) => {
		await startCheck(warehouse.folder, await jobOf(warehouse, params.job), choicesOf(await request.formData()));
		redirect(303, `/data/import/${params.job}`);
	},
	run: async ({ params, locals: { warehouse } }) => {
		const job = await jobOf(warehouse, params.job);
		await startImport(warehouse.folder, job, await readChoices(job));
		redirect(303, `/data/import/${params.job}`);
	},
	cancel: async ({ params, locals: { warehouse } }) => {
		await cancelJob(await jobOf(warehouse, params.job));
		redirect(303, '/data/import');
	},
	undo: async ({ request, locals: { warehouse } }) => {
		const said = await undoImport(warehouse, String((await request.formData()).get('snapshot')));
		if (said !== undefined) return fail(409, { said });
		redirect(303, '/data/import?undone');
	},
};

async function jobOf({ folder }: App.Locals['warehouse'], id: string): Promise<Job> {
	return (await findJob(folder, id)) ?? error(404, 'this import is over: choose the files again');
}
