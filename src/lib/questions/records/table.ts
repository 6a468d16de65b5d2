import type { Table } from '../question.ts';
import type { RecordsResult } from './result.ts';

const columns = ['part', 'group', 'item', 'count', 'suppressed', 'import', 'imported_at', 'file', 'sha256'];

/** A row a file and fate, a reason of refusal, a rule, a changed field, and a clinic and month. */
export function table({ imports, refusals, flags, changes, visits }: RecordsResult): Table {
	const timeOf = new Map(imports.map(({ importId, importedAt }) => [importId, importedAt]));
	const found = (part: string, importId: string, group: string, item: string, n: number | null) => [part, group, item, n, String(n === null), importId, timeOf.get(importId) ?? null, null, null];
	return {
		columns,
		rows: [
			...imports.flatMap(({ importId, importedAt, file, sha256, ...fates }) => Object.entries(fates).map(([fate, n]) => ['records', 'all', fate, n, 'false', importId, importedAt, file, sha256])),
			...refusals.map(({ importId, field, reason, rows }) => found('refused', importId, field, reason, rows)),
			...(flags ?? []).map(({ importId, field, rule, rows }) => found('worth-a-look', importId, field, rule, rows)),
			...(changes ?? []).map(({ importId, field, visits: n }) => found('changed', importId, field, 'visits', n)),
			...visits.flatMap(({ clinic, months }) => months.map(({ month, visits: n }) => ['visits', clinic, month, n, String(n === null), null, null, null, null])),
		],
	};
}
