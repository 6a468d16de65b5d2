import type { Answer, Filters } from '#lib/questions/answer.ts';
import type { Table } from '#lib/questions/question.ts';
import { questions, type QuestionName, type Results } from '#lib/questions/registry.server.ts';
import { answer } from './answer.ts';
import { resolveFilters } from './resolve-filters.ts';
import type { Warehouse } from './warehouse/open.ts';

/** A filter names what the codebook lacks. The message says what it has, one line a filter. */
export class UnknownWord extends Error {}

/** An answer for a program: the answer, and the same as a table. Throws `UnknownWord` instead of answering for nobody. */
export async function ask<Name extends QuestionName>(warehouse: Warehouse, name: Name, asked: Filters): Promise<{ answer: Answer<Results[Name]>; table: Table }> {
	const { unknown } = await warehouse.read(async (_, { codebook }) => resolveFilters(asked, codebook));
	if (unknown.length > 0) throw new UnknownWord(unknown.join('\n'));
	const given = await answer(warehouse, name, asked);
	return { answer: given, table: questions[name].table(given) };
}
