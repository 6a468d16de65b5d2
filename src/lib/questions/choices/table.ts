import type { Table } from '../question.ts';
import type { ChoicesResult } from './result.ts';

/** A row a value of a filter. */
export function table({ choices }: ChoicesResult): Table {
	return {
		columns: ['filter', 'value', 'episodes', 'suppressed'],
		rows: choices.map(({ filter, value, n }) => [filter, value, n, String(n === null)]),
	};
}
