import type { Settled } from './ambiguity.ts';
import { together, type ColumnShapes, type Shape } from './column-shapes.ts';
import type { Mapping } from './mapping.ts';

type Met = Shape & Readonly<{ header: string }>;

/** Finds what commas and points of numbers mean, where the file leaves one meaning. */
export function settleNumbers(columns: readonly ColumnShapes[], mapping: Mapping): Settled {
	const met = (...shapes: readonly string[]): Met[] =>
		columns.filter(({ kind }) => kind === 'number').flatMap((column) => {
			const shape = together(column, ...shapes);
			return shape === undefined ? [] : [{ ...shape, header: column.header }];
		});
	const [comma] = met('decimal comma', 'thousands points');
	const [point] = met('to 10 with a point', 'to 20 with a point', 'to 100 with a point', 'beyond with a point', 'thousands commas');
	const [open] = met('comma, decimal or thousands');
	if (mapping.decimal !== undefined || (comma === undefined && open === undefined && met('thousands commas').length === 0)) return { mapping, notes: [], questions: [] };
	if (comma !== undefined && point !== undefined) return { mapping, notes: [], questions: [bothWays(comma, point)] };
	if (comma !== undefined) return { mapping: { ...mapping, decimal: ',' }, notes: [`${comma.header}: numbers are read with a decimal comma (--decimal comma)`], questions: [] };
	if (point !== undefined) return { mapping: { ...mapping, decimal: '.' }, notes: [`${(open ?? point).header}: numbers are read with a decimal point, and commas part their thousands (--decimal point)`], questions: [] };
	return { mapping, notes: [], questions: open === undefined ? [] : [eitherWay(open)] };
}

function bothWays(comma: Met, point: Met) {
	const [one, two] = comma.record <= point.record ? [comma, point] : [point, comma];
	const seen = `numbers have a decimal comma in ${comma.header} (${comma.count}) and a decimal point in ${point.header} (${point.count})`;
	return { header: one.header, record: one.record, other: two.record, seen, todo: 'say --decimal comma or --decimal point, or write them in one way' };
}

function eitherWay({ header, record, count }: Met) {
	return { header, record, seen: `numbers have a comma before three digits (${count}), which may be decimals or thousands`, todo: 'say --decimal comma or --decimal point' };
}
