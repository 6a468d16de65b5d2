import { error } from '@sveltejs/kit';
import type { Filters } from '#lib/questions/answer.ts';
import { isQuestion, questions } from '#lib/questions/registry.server.ts';
import { ask, UnknownWord } from '#lib/server/ask.ts';

/** The answer to what a URL asks; not found where there is no such question, or no such word in the codebook. */
export async function asked({ warehouse }: App.Locals, name: string, filters: Filters) {
	if (!isQuestion(name)) error(404, `there is no question called: ${name}`);
	const given = await ask(warehouse, name, filters).catch((reason: unknown) => {
		if (reason instanceof UnknownWord) error(404, reason.message);
		throw reason;
	});
	return { ...given, title: questions[name].title };
}
