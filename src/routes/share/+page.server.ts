import { moment } from '#lib/charts/moment.ts';
import { allPublished } from '#lib/server/published/published-evidence.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { warehouse } }) => {
	const figures = await allPublished(warehouse.folder);
	return { figures: figures.map(({ id, publishedAt, evidence: { title, subtitle, sentence, snapshot } }) => ({ ...{ id, title, subtitle, sentence }, on: moment(publishedAt), synthetic: snapshot.synthetic })) };
};
