import { questions, type QuestionName } from '#lib/questions/registry.server.ts';
import { shownTable } from '#lib/questions/shown-table.ts';
import { answered } from '../../answered.server.ts';
import { questionNamed } from '../../asked.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => pageOf(locals, questionNamed(params.question), url);

async function pageOf<Name extends QuestionName>(locals: App.Locals, name: Name, url: URL) {
	const { table, codebook, shown } = await answered(locals, name, url);
	const { title } = questions[name];
	return { ...shown, title, table: shownTable(table, title, codebook) };
}
