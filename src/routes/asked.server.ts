import { error } from '@sveltejs/kit';
import type { Filters } from '#lib/questions/answer.ts';
import { isQuestion, type QuestionName } from '#lib/questions/registry.server.ts';
import { ask, UnknownWord } from '#lib/server/ask.ts';

/** The name of a question; not found where there is none of that name. */
export function questionNamed(name: string): QuestionName {
	if (!isQuestion(name)) error(404, `there is no question called: ${name}`);
	return name;
}

/** The answer to what a URL asks; not found where it names what the codebook lacks. */
export async function asked<Name extends QuestionName>({ warehouse }: App.Locals, name: Name, filters: Filters) {
	return ask(warehouse, name, filters).catch((reason: unknown) => {
		if (reason instanceof UnknownWord) error(404, reason.message);
		throw reason;
	});
}
