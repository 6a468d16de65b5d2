import type { Mapping } from './mapping.ts';
import { settleBeside } from './ambiguity-beside.ts';
import { settleDates } from './ambiguity-dates.ts';
import { settleIds } from './ambiguity-ids.ts';
import { settleMissing } from './ambiguity-missing.ts';
import { settleMonths } from './ambiguity-months.ts';
import { settleNumbers } from './ambiguity-numbers.ts';
import { noteOddNumbers } from './ambiguity-odd.ts';
import { settleScales } from './ambiguity-scales.ts';
import { settleWeekdays } from './ambiguity-weekdays.ts';
import type { ColumnShapes } from './column-shapes.ts';

/** What a column leaves open: what was seen, in which record first and, where two disagree, in which other; and what settles it. */
export type Question = Readonly<{ header: string; record: number; other?: number; seen: string; todo: string }>;

/** A mapping with what the columns themselves make plain, what was taken from them, and what only a person can say. */
export type Settled = Readonly<{ mapping: Mapping; notes: readonly string[]; questions: readonly Question[] }>;

/** Settles which words stand for no value, and how dates, numbers and identifiers are written, from all values of their columns; what can be read in two ways becomes a question. */
export function settle(columns: readonly ColumnShapes[], mapping: Mapping, { today, means }: Readonly<{ today: string; means: (column: ColumnShapes, word: string) => boolean }>): Settled {
	return [settleMonths, settleWeekdays, settleDates, settleNumbers, settleBeside, settleScales, settleIds, noteOddNumbers].reduce<Settled>(
		(settled, next) => {
			const { mapping: found, notes, questions } = next(columns, settled.mapping, today);
			return { mapping: found, notes: [...settled.notes, ...notes], questions: [...settled.questions, ...questions] };
		},
		settleMissing(columns, mapping, means),
	);
}
