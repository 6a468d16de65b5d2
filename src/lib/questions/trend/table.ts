import type { Table } from '../question.ts';
import type { ProcessChart, TrendResult } from './result.ts';

const columns = ['series', 'month', 'value', 'n', 'centre', 'lower_limit', 'upper_limit', 'side', 'signals', 'open', 'suppressed'];

/** A row a month and series. */
export function table({ change, response, completion, adverse }: TrendResult): Table {
	const rowsOf = (series: string, { points }: ProcessChart) =>
		points.map(({ month, value, n, centre, lower, upper, side, signals, open, suppressed }) => [series, month, value, n, centre, lower, upper, side, signals.join(' '), String(open), String(suppressed)]);
	return { columns, rows: [...rowsOf('change', change), ...rowsOf('response', response), ...rowsOf('completion', completion), ...rowsOf('adverse-events', adverse)] };
}
