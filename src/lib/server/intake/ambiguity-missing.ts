import type { Settled } from './ambiguity.ts';
import { named, type ColumnShapes } from './column-shapes.ts';
import type { Mapping } from './mapping.ts';
import { valuesIn } from './values-in.ts';

/** What programs and people write where there is no value, in lower case. */
export const wordsForNothing = ['na', 'n/a', '#n/a', 'n.a.', 'null', 'nan', '\\n', '.', '-'];

/**
 * Finds the columns in which one word stands for no value; a column with several such words is told of, and they stay as they are. What
 * `means` something in a column, such as a word of the codebook, is left alone.
 */
export function settleMissing(columns: readonly ColumnShapes[], mapping: Mapping, means: (column: ColumnShapes, word: string) => boolean): Settled {
	if (mapping.missing !== undefined) return { mapping, notes: [], questions: [] };
	const found = columns.flatMap((column) => {
		const words = named(column, 'nothing: ').filter(({ name }) => !means(column, name));
		return words.length === 0 ? [] : [{ column, words, one: new Set(words.map(({ name }) => name.toLowerCase())).size === 1 }];
	});
	const settled = found.filter(({ one }) => one);
	const missing = Object.fromEntries(settled.map(({ column, words }) => [column.field, [...new Set(words.map(({ name }) => name.toLowerCase()))]]));
	const notes = found.map(({ column: { header }, words, one }) => {
		const count = words.reduce((sum, each) => sum + each.count, 0);
		if (one) return `${words[0]?.name ?? ''} was read as missing in ${header} (${valuesIn(count)})`;
		return `${header}: several words may stand for no value (${words.map((each) => `${each.name} in ${valuesIn(each.count)}`).join(', ')}): name those that do with --missing, or under missing in a mapping`;
	});
	return { mapping: settled.length === 0 ? mapping : { ...mapping, missing }, notes, questions: [] };
}
