import { tolerabilitySentence } from '#lib/questions/tolerability/tolerability-sentence.ts';
import { answered } from '../answered.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { given, shown } = await answered(locals, 'tolerability', url);
	return { ...shown, sentence: tolerabilitySentence(given) };
};
