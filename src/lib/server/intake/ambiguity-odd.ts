import type { Settled } from './ambiguity.ts';
import { together, type ColumnShapes } from './column-shapes.ts';
import type { Mapping } from './mapping.ts';
import { missingWords } from './missing-words.ts';
import { valuesIn } from './values-in.ts';

const hints = [
	['two numbers', 'two numbers, such as 5-6', 'write one'],
	['a bound', 'a bound, such as <1 or 10+', 'write a number'],
	['other words', 'words, such as mild', 'write numbers, or say under values in a mapping which number each stands for'],
] as const;

/** Says of columns of numbers what else they hold, which is refused value by value: what it is, and what helps. Words may be among those that a person named as missing. */
export function noteOddNumbers(columns: readonly ColumnShapes[], mapping: Mapping): Settled {
	const notes = columns.filter(({ kind, field }) => kind === 'number' && mapping.values[field] === undefined).flatMap((column) =>
		hints.flatMap(([shape, what, todo]) => {
			const count = together(column, shape)?.count ?? 0;
			return count === 0 || (shape === 'other words' && missingWords(mapping, column.field).length > 0) ? [] : [`${column.header}: ${valuesIn(count)} ${count === 1 ? 'holds' : 'hold'} ${what}, in place of a number: ${todo}`];
		}),
	);
	return { mapping, notes, questions: [] };
}
