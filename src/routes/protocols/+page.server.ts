import { comparisonSentence } from '#lib/questions/comparison/comparison-sentence.ts';
import { answered } from '../answered.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { shown } = await answered(locals, 'comparison', url, (given, { filters, codebook, measure }) => {
		const remedy = filters.protocol.length === 1 ? ' Tick a second one under Protocol, or none for the two most used of each condition.' : '';
		return `${comparisonSentence(given, codebook, measure)}${remedy}`;
	});
	return shown;
};
