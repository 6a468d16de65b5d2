import type { Answer, Filters } from '#lib/questions/answer.ts';
import type { Table } from '#lib/questions/question.ts';
import { questions, type QuestionName, type Results } from '#lib/questions/registry.server.ts';
import { stampedTable } from '#lib/questions/stamped-table.ts';
import { answer } from './answer.ts';
import { resolveFilters } from './resolve-filters.ts';
import type { Warehouse } from './warehouse/open.ts';

/** A filter names what the codebook lacks. The message says what it has, one line a filter. */
export class UnknownWord extends Error {}

/** The tables are made when they are looked at; `exported` is `table` with the snapshot in each row, and whether it is synthetic. */
type Given<Result> = Readonly<{ answer: Answer<Result>; table: Table; exported: Table }>;

/** An answer for a program, and the same as a table. Throws `UnknownWord` instead of answering for nobody. */
export async function ask<Name extends QuestionName>(warehouse: Warehouse, name: Name, asked: Filters): Promise<Given<Results[Name]>> {
	const { unknown } = await warehouse.hold(async ({ codebook }) => resolveFilters(asked, codebook));
	if (unknown.length > 0) throw new UnknownWord(unknown.join('\n'));
	const given = await answer(warehouse, name, asked);
	const tableOf = () => questions[name].table(given);
	return {
		answer: given,
		get table() {
			return tableOf();
		},
		get exported() {
			return stampedTable(tableOf(), given.snapshot);
		},
	};
}
