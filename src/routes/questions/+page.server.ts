import { parseFilters } from '#lib/questions/filters.ts';
import { questions } from '#lib/questions/registry.server.ts';
import { answer } from '#lib/server/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { warehouse } }) => {
	const records = await answer(warehouse, 'records', parseFilters(new URLSearchParams()));
	return {
		stamp: { ...records.snapshot, minimumCell: records.method.minimumCell },
		questions: Object.entries(questions).map(([name, { title, method }]) => ({ name, title, what: method.text[0] ?? '' })),
	};
};
