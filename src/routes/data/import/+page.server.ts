import { fail, redirect } from '@sveltejs/kit';
import { nextUndo } from '#lib/server/intake/jobs/next-undo.ts';
import { undoImport } from '#lib/server/intake/jobs/undo-import.ts';
import { uploadLimits } from '#lib/server/intake/jobs/upload-limits.ts';
import type { Actions, PageServerLoad } from './$types';
import { publishedStamp } from './published-stamp.server.ts';
import { refusedUpload } from './refused-upload.ts';

export const load: PageServerLoad = async ({ locals: { warehouse }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const limits = uploadLimits();
	return {
		stamp: await publishedStamp(warehouse),
		limits,
		refused: refusedUpload(url.searchParams.get('refused'), limits),
		undo: await nextUndo(warehouse),
		asking: url.searchParams.has('undo'),
		undone: url.searchParams.has('undone'),
	};
};

export const actions: Actions = {
	undo: async ({ request, locals: { warehouse } }) => {
		const said = await undoImport(warehouse, String((await request.formData()).get('snapshot')));
		if (said !== undefined) return fail(409, { said });
		redirect(303, '/data/import?undone');
	},
};
