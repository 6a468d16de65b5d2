import { fields } from '#lib/record/fields.ts';
import type { Question, Settled } from './ambiguity.ts';
import { together, type ColumnShapes } from './column-shapes.ts';
import type { Mapping } from './mapping.ts';

/** How many values above 20, and what share of all, make a column of a 0 to 10 scale more than one with slips in it. */
const fewest = { values: 2, share: 0.2 };

/** Asks about columns of a 0 to 10 scale that hold values as of a 0 to 100 scale. */
export function settleScales(columns: readonly ColumnShapes[], mapping: Mapping): Settled {
	return { mapping, notes: [], questions: columns.flatMap((column) => scaleOf(column, mapping)) };
}

function scaleOf(column: ColumnShapes, { units = {}, scale = {} }: Mapping): Question[] {
	const { field: name, header } = column;
	const field = fields.find((each) => each.name === name);
	if (field?.type !== 'number' || field.unit !== 'points' || field.max !== 10 || name in units || name in scale) return [];
	const within = together(column, ...sized('to 10'), ...sized('to 20'))?.count ?? 0;
	const above = together(column, ...sized('to 100'));
	const beyond = together(column, ...sized('beyond'))?.count ?? 0;
	if (above === undefined || above.count < fewest.values || above.count < fewest.share * (within + above.count) || beyond > 0.02 * above.count) return [];
	const seen = `${above.count} of ${within + above.count} values are above 20 and up to 100, as on a scale of 0 to 100, and ${name} goes from 0 to 10`;
	return [{ header, record: above.record, seen, todo: `say --unit ${name}=points-of-100 to have them divided by ten, or --unit ${name}=points to have those above 10 refused one by one` }];
}

function sized(size: string): string[] {
	return [size, `${size} with a point`, `${size} with a point before three digits`];
}
