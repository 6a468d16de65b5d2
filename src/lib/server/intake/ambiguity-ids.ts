import type { Question, Settled } from './ambiguity.ts';
import { together, type ColumnShapes } from './column-shapes.ts';
import type { Mapping } from './mapping.ts';

/** Finds identifiers that a spreadsheet has changed: a trailing ".0" can be undone, digits lost to a power of ten cannot. */
export function settleIds(columns: readonly ColumnShapes[], mapping: Mapping): Settled {
	const ids = columns.filter(({ kind }) => kind === 'id');
	const lost = ids.flatMap((column) => shortened(column));
	if (mapping.wholeIds !== undefined) return { mapping, notes: [], questions: lost };
	const zeros = ids.filter((column) => together(column, 'trailing zero') !== undefined);
	const mixed = zeros.flatMap((column) => partly(column));
	if (zeros.length === 0 || mixed.length > 0) return { mapping, notes: [], questions: [...lost, ...mixed] };
	return { mapping: { ...mapping, wholeIds: true }, notes: zeros.map(({ header }) => `${header}: every number ends in .0, which was cut off (--whole-ids yes)`), questions: lost };
}

function shortened(column: ColumnShapes): Question[] {
	const found = together(column, 'power of ten');
	if (found === undefined) return [];
	const seen = `values are written as a power of ten (${found.count}), as a spreadsheet shortens long numbers, so that different ones look alike`;
	return [{ header: column.header, record: found.record, seen, todo: 'export again with this column as text' }];
}

function partly(column: ColumnShapes): Question[] {
	const zero = together(column, 'trailing zero');
	const whole = together(column, 'whole');
	if (zero === undefined || whole === undefined) return [];
	const [one, two] = zero.record <= whole.record ? [zero, whole] : [whole, zero];
	const seen = `some numbers end in .0 (${zero.count}) and some do not (${whole.count}), so that one patient may look like two`;
	return [{ header: column.header, record: one.record, other: two.record, seen, todo: 'say --whole-ids yes to have the .0 cut off, or --whole-ids no to keep it' }];
}
