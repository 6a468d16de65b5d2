import type { Cell, Table } from '../question.ts';
import type { Comparison, ComparisonResult, Difference, Pooled } from './result.ts';

const columns = ['condition', 'first', 'second', 'first_n', 'second_n', 'comparison', 'estimate', 'lower', 'upper', 'i2', 'refusal'];

/** A row a condition and kind of difference, then those of the pooled differences; one row for a condition that is not compared. */
export function table({ conditions, pooled }: ComparisonResult): Table {
	return { columns, rows: [...conditions.flatMap(conditionRows), ...pooled.flatMap(pooledRows)] };
}

function conditionRows(comparison: Comparison): Cell[][] {
	const { condition, sides, refusal, unadjusted, ancova, weighted, response } = comparison;
	const name: Cell[] = [condition, ...(sides ?? [null, null]).map((side) => side?.protocol ?? null), ...(sides ?? [null, null]).map((side) => side?.n ?? null)];
	if (refusal !== null) return [[...name, null, null, null, null, null, refusal]];
	const row = (kind: string, difference: Difference | null): Cell[] => [...name, kind, ...numbers(difference), null, null];
	return [
		row('unadjusted', unadjusted),
		row('ancova', ancova),
		row('overlap-weighted', weighted),
		row('response', response?.difference ?? null),
		row('response-overlap-weighted', response?.weighted ?? null),
	];
}

function pooledRows({ first, second, ancova, weighted }: Pooled): Cell[][] {
	const row = (kind: string, difference: Pooled['ancova']): Cell[] => ['pooled', first, second, null, null, kind, ...numbers(difference), difference?.i2 ?? null, null];
	return [row('ancova', ancova), row('overlap-weighted', weighted)];
}

function numbers(difference: Difference | null): Cell[] {
	return [difference?.estimate ?? null, difference?.lower ?? null, difference?.upper ?? null];
}
