import type { Table } from '../question.ts';
import type { ClaimsResult } from './result.ts';

const columns = ['article', 'claim', 'sentence', 'verdict', 'figure', 'question', 'filters', 'estimate', 'lower', 'upper', 'n', 'of', 'supported_from', 'supported_to', 'printable'];

/** A row a test of a claim; one row without numbers where it has none. */
export function table({ articles }: ClaimsResult): Table {
	const rows = articles.flatMap(({ title, claims }) =>
		claims.flatMap(({ id, sentence, verdict, tests, printable }) =>
			(tests.length === 0 ? [undefined] : tests).map((test) => [
				...[title, id, sentence, verdict],
				...[test?.label ?? null, test?.question ?? null, test?.search ?? null, test?.estimate ?? null, test?.lower ?? null, test?.upper ?? null, test?.n ?? null, test?.of ?? null, test?.from ?? null, test?.to ?? null],
				printable,
			]),
		),
	);
	return { columns, rows };
}
