import type { Table } from '#lib/charts/drawing.ts';
import { list } from '#lib/charts/number.ts';
import { roundedPercent } from '#lib/charts/rounded-percent.ts';
import { withheld } from '#lib/charts/withheld.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import { periodName } from '#lib/charts/period-name.ts';
import type { CompletenessResult, Dimension, Missing } from './result.ts';

/** Share of visits without a value, a row a field and a column a group; `complete` are the fields that no visit lacks. */
export type MissingGrid = Readonly<{ by: Dimension; columns: readonly string[]; rows: readonly Readonly<{ field: string; cells: readonly MissingCell[] }>[]; complete: readonly string[] }>;

export type MissingCell = Readonly<{ share: number | null; suppressed: boolean }>;

const none: MissingCell = { share: null, suppressed: false };

/** Fields that lack most first, those withheld last; all visits stand in the first column. */
export function missingGrid({ fields, fieldsBy }: CompletenessResult, by: Dimension, measure: Measure): MissingGrid {
	const groups = fieldsBy[by];
	const cellIn = (of: readonly Missing[], name: string) => of.find(({ field }) => field === name) ?? none;
	const kept = fields.filter(({ share }) => share !== 0).sort((a, b) => (b.share ?? -1) - (a.share ?? -1));
	return {
		by,
		columns: ['all', ...groups.map(({ value }) => (by === 'month' || value === 'not-recorded' ? periodName(value) : value))],
		rows: kept.map((all) => ({ field: fieldName(all.field, measure), cells: [all, ...groups.map(({ fields: own }) => cellIn(own, all.field))] })),
		complete: fields.filter(({ share }) => share === 0).map(({ field }) => fieldName(field, measure)),
	};
}

export function missingTitle({ by }: MissingGrid): string {
	return `What is not recorded, by field and ${by === 'clinic' ? 'clinic' : 'month of the visit'}`;
}

/** What the figure shows, said from its numbers: the fields that lack most, and where the one that lacks most lacks most. */
export function missingSentence({ by, columns, rows, complete }: MissingGrid): string {
	const shown = rows.flatMap(({ field, cells: [all] }) => (all === undefined || all.share === null ? [] : [`${field} (${roundedPercent(all.share)})`]));
	if (shown.length === 0) return rows.length === 0 ? 'Every field of every visit is recorded.' : 'What is not recorded is withheld: too few patients.';
	const groups = (rows[0]?.cells ?? []).flatMap(({ share }, column) => (column === 0 || share === null ? [] : [{ name: columns[column] ?? '', share }])).sort((a, b) => b.share - a.share);
	const [most] = groups;
	const least = groups.at(-1);
	const span = most === undefined || least === undefined || roundedPercent(most.share) === roundedPercent(least.share) ? '' : ` By ${by}, ${rows[0]?.field ?? ''} is missing from ${roundedPercent(least.share)} (${least.name}) to ${roundedPercent(most.share)} (${most.name}).`;
	if (by === 'month' && span !== '') return span.trim();
	return `Most often not recorded: ${list(shown.slice(0, 3))}; ${complete.length} of ${complete.length + rows.length} fields are always there.${span}`;
}

export function missingLabel(grid: MissingGrid, synthetic: boolean): string {
	const shown = grid.rows.flatMap(({ field, cells: [all] }) => (all?.share === null || all === undefined ? [] : [`${field} ${roundedPercent(all.share)}`]));
	return `${synthetic ? 'Synthetic data. ' : ''}${missingTitle(grid)}: share of visits without a value. Of all visits: ${shown.length === 0 ? 'none that can be shown' : shown.join(', ')}.${grid.complete.length === 0 ? '' : ` Always recorded: ${list(grid.complete)}.`}`;
}

export function missingNotes(grid: MissingGrid): string[] {
	return [
		`Per cent of visits without a value, all visits in the first column; the darker, the more${grid.columns.length > 1 ? '' : `. No ${grid.by} is recorded`}.`,
		'A field may be empty because it does not apply: nothing here says why.',
		...(grid.complete.length === 0 ? [] : [`Never missing, and so without a row: ${list(grid.complete)}.`]),
		...(grid.rows.some(({ cells }) => cells.some(({ suppressed }) => suppressed)) ? [`A dot is ${withheld}.`] : []),
	];
}

export function missingTable(grid: MissingGrid): Table {
	return {
		caption: `${missingTitle(grid)}: share of visits without a value`,
		columns: ['Field', ...grid.columns],
		rows: grid.rows.map(({ field, cells }) => [field, ...cells.map(({ share, suppressed }) => (suppressed ? 'withheld' : share === null ? '–' : roundedPercent(share)))]),
	};
}

function fieldName(field: string, measure: Measure): string {
	return field === 'score' ? `${measure.abbreviation} score` : field.replaceAll('_', ' ');
}
