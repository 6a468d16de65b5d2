import { variationSentence } from '#lib/questions/variation/variation-sentence.ts';
import { answered } from '../answered.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { shown } = await answered(locals, 'variation', url, (given, { measure }) => variationSentence(given, measure));
	return shown;
};
