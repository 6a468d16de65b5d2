import type { Table } from '../question.ts';
import type { CompletenessResult, Missing, Share } from './result.ts';

const columns = ['part', 'group', 'item', 'count', 'n', 'share', 'lower', 'upper', 'suppressed'];

/** A row a fate of records, a step of the flow, a share with follow-up, and a field, of all and by clinic and month. */
export function table({ records, flow, followUp, followUpBy, fields, fieldsBy }: CompletenessResult): Table {
	const followUps = [{ part: 'follow-up', value: 'all', share: followUp, suppressed: followUp === null }, ...named('follow-up-by-clinic', followUpBy.clinic), ...named('follow-up-by-month', followUpBy.month)];
	const fieldGroups = [{ part: 'missing', value: 'all', fields }, ...named('missing-by-clinic', fieldsBy.clinic), ...named('missing-by-month', fieldsBy.month)];
	return {
		columns,
		rows: [
			...Object.entries(records).map(([fate, count]) => ['records', 'all', fate, count, records.read, null, null, null, 'false']),
			...flow.map(({ step, n }) => ['flow', 'all', step, n, flow[0]?.n ?? null, null, null, null, String(n === null)]),
			...followUps.map(({ part, value, share, suppressed }) => [part, value, 'followed', ...shareCells(share), String(suppressed)]),
			...fieldGroups.flatMap(({ part, value, fields: each }) => each.map((field) => [part, value, field.field, ...missingCells(field), String(field.suppressed)])),
		],
	};
}

function named<Row>(part: string, rows: readonly Row[]): (Row & { part: string })[] {
	return rows.map((row) => ({ ...row, part }));
}

function shareCells(share: Share | null) {
	return [share?.count ?? null, share?.n ?? null, share?.estimate ?? null, share?.lower ?? null, share?.upper ?? null];
}

function missingCells({ missing, visits, share }: Missing) {
	return [missing, visits, share, null, null];
}
