import { error, redirect } from '@sveltejs/kit';
import { address } from '#lib/components/filter-bar.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { answer } from '#lib/server/answer.ts';
import type { PageServerLoad } from './$types';

/** Leads to the condition with most episodes, from which all others are one step away. */
export const load: PageServerLoad = async ({ locals: { warehouse }, url }) => {
	const { vocabulary } = await answer(warehouse, 'records', parseFilters(new URLSearchParams()));
	const [most] = [...vocabulary.condition].sort((a, b) => (b.n ?? 0) - (a.n ?? 0));
	if (most === undefined) error(404, 'no condition is recorded in this snapshot');
	redirect(307, address(`/conditions/${encodeURIComponent(most.value)}`, { ...parseFilters(url.searchParams), condition: [] }));
};
