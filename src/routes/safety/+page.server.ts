import { tolerabilitySentence } from '#lib/questions/tolerability/tolerability-sentence.ts';
import { answered } from '../answered.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { shown } = await answered(locals, 'tolerability', url, tolerabilitySentence);
	return shown;
};
