import { costSentence } from '#lib/questions/cost/cost-sentence.ts';
import { answered } from '../answered.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { shown } = await answered(locals, 'cost', url, (given, { codebook }) => costSentence(given, codebook));
	return shown;
};
