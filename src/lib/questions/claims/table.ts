import type { Table } from '../question.ts';
import { standingOf } from './history-words.ts';
import type { ClaimsResult } from './result.ts';

const columns = [
	...['article', 'claim', 'sentence', 'verdict', 'figure', 'question', 'filters', 'estimate', 'lower', 'upper', 'n', 'of', 'supported_from', 'supported_to', 'printable'],
	...['verdict_imports', 'verdict_since', 'verdict_before', 'estimate_before'],
];

/** A row a test of a claim; one row without numbers where it has none. What was before is empty where no other snapshot is known. */
export function table({ articles }: ClaimsResult): Table {
	const rows = articles.flatMap(({ title, claims }) =>
		claims.flatMap(({ id, sentence, verdict, tests, printable, history }) => {
			const standing = standingOf(history);
			const past = history.at(-2)?.tests ?? [];
			return (tests.length === 0 ? [undefined] : tests).map((test) => [
				...[title, id, sentence, verdict],
				...[test?.label ?? null, test?.question ?? null, test?.search ?? null, test?.estimate ?? null, test?.lower ?? null, test?.upper ?? null, test?.n ?? null, test?.of ?? null, test?.from ?? null, test?.to ?? null],
				printable,
				...[standing?.snapshots ?? null, standing?.since.publishedAt ?? null, standing?.before?.verdict ?? null, past.find(({ label }) => label === test?.label)?.estimate ?? null],
			]);
		}),
	);
	return { columns, rows };
}
