import type { Codebook } from '#lib/codebook/schema.ts';
import type { Table } from '#lib/charts/drawing.ts';
import { count, decimal, interval, plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import type { Spread, TolerabilityResult } from './result.ts';

export const sorenessTitle = 'Hours until soreness was gone, by body region treated';

/** Everyone, or one region; `spread` null where withheld. */
export type Soreness = Readonly<{ name: string; whole: boolean; spread: Spread | null }>;

/** The regions of any record in the codebook's order, after all together. */
export function sorenessOf({ spreads }: TolerabilityResult, { bodyRegions }: Codebook): Soreness[] {
	const place = ({ part, name }: Spread) => (part === 'all' ? -1 : (bodyRegions.findIndex(({ id }) => id === name) + bodyRegions.length + 1) % (bodyRegions.length + 1));
	return spreads
		.filter(({ outcome, part }) => outcome === 'soreness_hours' && part !== 'protocol')
		.sort((a, b) => place(a) - place(b))
		.map((spread) => ({
			name: spread.part === 'all' ? 'All regions' : (bodyRegions.find(({ id }) => id === spread.name)?.label ?? spread.name.replaceAll('-', ' ')),
			whole: spread.part === 'all',
			spread: spread.suppressed || spread.mean === null ? null : spread,
		}));
}

export function sorenessLabel(rows: readonly Soreness[], synthetic: boolean): string {
	const said = rows.map(({ name, spread }) => (spread === null ? `${name} ${withheld}` : `${name} ${meanText(spread)}, ${plural(spread.n ?? 0, 'visit')}`));
	return `${synthetic ? 'Synthetic data. ' : ''}${sorenessTitle}: mean of what patients reported, with 95\u00a0% intervals. ${said.join('; ')}.`;
}

export function sorenessNotes(rows: readonly Soreness[]): string[] {
	return [
		'Dot and line: the mean of what patients reported and its 95\u00a0% interval, allowing for visits alike within a patient. Pale bar: the middle half of the visits. n counts visits that say how long soreness lasted.',
		'Regions differ in patients and protocols too: differences between them are not effects of where the needle went.',
		...(rows.some(({ spread }) => spread === null) ? [`Regions without a mark are ${withheld}.`] : []),
		...(rows.some(({ spread }) => spread !== null && spread.robust === null) ? ['Where a dot has no line, an interval cannot be estimated.'] : []),
	];
}

export function sorenessTable(rows: readonly Soreness[]): Table {
	return {
		caption: `${sorenessTitle} (95\u00a0% intervals in brackets)`,
		columns: ['Body region', 'Visits', 'Mean hours', 'Median', 'Lower quartile', 'Upper quartile'],
		rows: rows.map(({ name, spread }) => {
			if (spread === null) return [name, 'withheld', 'withheld', 'withheld', 'withheld', 'withheld'];
			return [name, spread.n === null ? 'withheld' : count(spread.n), meanText(spread), ...[spread.median, spread.q1, spread.q3].map((value) => (value === null ? '–' : decimal(value)))];
		}),
	};
}

function meanText({ mean, robust }: Spread): string {
	if (mean === null) return '–';
	return robust === null ? decimal(mean) : `${decimal(mean)} (${interval(robust)})`;
}
