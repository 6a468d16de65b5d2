import { comparedTerms } from '#lib/questions/compared-filters.ts';
import { listFilters } from '#lib/questions/filters.ts';
import { monthName } from '#lib/questions/trend/month-words.ts';
import { trendSentence } from '#lib/questions/trend/trend-sentence.ts';
import { keptIn } from '#lib/components/filter-bar.ts';
import { answered } from '../answered.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { given, filters, shown } = await answered(locals, 'trend', url, (answer, { measure }) => trendSentence(answer, measure));
	const months = [given.change, given.response, given.completion, given.adverse].flatMap(({ points }) => points.slice(1).map(({ month }) => month));
	const lists = listFilters.flatMap(({ name, property }) => filters[property].map((value) => ({ name, value })));
	return {
		...shown,
		rebase: {
			chosen: filters.rebase ?? '',
			months: [...new Set([...months, ...(filters.rebase === null ? [] : [filters.rebase])])].sort().map((value) => ({ value, label: monthName(value) })),
			kept: [...lists, ...keptIn(filters, ['rebase']), ...comparedTerms(url.searchParams).map((value) => ({ name: 'compare', value }))],
		},
	};
};
