import { parseFilters } from '../filters.ts';
import type { Asking, Table } from '../question.ts';
import type { Claim, Figure } from './claim.ts';
import { estimated } from './estimated.ts';
import { judge } from './judge.ts';
import type { Estimated, Judged } from './result.ts';

/** Judges claims by the tables of the other questions. Each question is asked once for all figures that want the same of it. */
export function judging({ tableOf, filters }: Pick<Asking, 'tableOf' | 'filters'>): (claim: Claim) => Promise<Judged> {
	const tables = new Map<string, Promise<Table>>();

	function tableFor(figure: Figure): Promise<Table> {
		const search = new URLSearchParams(Object.entries(figure.filters).flatMap(([name, values]) => values.map((value) => [name, value])));
		const key = `${figure.question}?${search.toString()}`;
		const own = Object.entries(parseFilters(search)).filter(([, value]) => value !== null && String(value) !== '');
		const table = tables.get(key) ?? tableOf(figure.question, { ...filters, ...Object.fromEntries(own) });
		tables.set(key, table);
		return table;
	}

	return async (claim) => {
		const found = new Map<Figure, Estimated>();
		for (const figure of [...claim.tests, ...claim.beside]) found.set(figure, estimated(figure, await tableFor(figure)));
		return judge(claim, (figure) => {
			const looked = found.get(figure);
			if (looked === undefined) throw new Error(`${figure.question} was not asked`);
			return looked;
		});
	};
}
