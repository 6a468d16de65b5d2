import { boundsCells } from '../bounds.ts';
import type { Cell, Table } from '../question.ts';
import type { CostResult } from './result.ts';

const columns = ['figure', 'currency', 'part', 'name', 'against', 'n', 'count', 'estimate', 'lower', 'upper', 'robust_lower', 'robust_upper', 'median', 'q1', 'q3', 'note', 'suppressed'];

const none: readonly Cell[] = [null, null, null];

/** A row a mean cost, a share within the price range, a cost a responder and a pair of protocols, the `figure` naming which; of a cost a responder, robust is Fieller's. */
export function table({ sessions, episodes, responders, pairs, priceRange }: CostResult): Table {
	const range = `share within ${priceRange.lowest} to ${priceRange.highest}`;
	return {
		columns,
		rows: [
			...[...sessions.map((row) => ({ ...row, figure: 'cost a session' })), ...episodes.map((row) => ({ ...row, figure: 'cost an episode' }))].map((row) => [
				...[row.figure, row.currency, row.part, row.name, null, row.n, null, row.mean],
				...[...boundsCells(row.interval), ...boundsCells(row.robust), row.median, row.q1, row.q3, null, String(row.suppressed)],
			]),
			...sessions.flatMap(({ currency, part, name, withinRange, suppressed }) =>
				currency === priceRange.currency
					? [[range, currency, part, name, null, withinRange?.n ?? null, withinRange?.count ?? null, withinRange?.estimate ?? null, ...boundsCells(withinRange?.interval), ...boundsCells(withinRange?.robust), ...none, null, String(suppressed || withinRange === null)]]
					: [],
			),
			...responders.map((row) => [
				...['cost a responder', row.currency, row.part, row.name, null, row.n, row.responders, row.estimate],
				...[...boundsCells(row.bootstrap), ...boundsCells(row.fieller), ...none, row.notEstimable, String(row.suppressed)],
			]),
			...pairs.flatMap((row) => {
				const place = [row.currency, 'protocol', row.protocol, row.against, row.n, null];
				const hidden = String(row.suppressed);
				return [
					['difference in cost an episode', ...place, row.difference?.cost ?? null, null, null, ...boundsCells(row.difference?.costInterval), ...none, null, hidden],
					['difference in share of responders', ...place, row.difference?.effect ?? null, null, null, ...boundsCells(row.difference?.effectInterval), ...none, null, hidden],
					['cost of an extra responder', ...place, row.perExtraResponder?.estimate ?? null, null, null, ...boundsCells(row.perExtraResponder), ...none, row.notEstimable, hidden],
				];
			}),
		],
	};
}
