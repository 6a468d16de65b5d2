import type { Measure } from '#lib/codebook/schema.ts';
import { noun } from '#lib/charts/measure.ts';
import { decimal, percent } from '#lib/charts/number.ts';
import type { TrendResult } from './result.ts';

export type SeriesName = 'change' | 'response' | 'completion' | 'adverse';

/** What one of the charts is of. `figure` writes a value without its unit, `write` with it. */
export type Series = Readonly<{
	name: SeriesName;
	title: string;
	/** what it is of, at the start of a sentence */
	subject: string;
	axis: string;
	column: string;
	/** what `n` counts */
	counted: string;
	unit: string;
	better: Measure['better'];
	/** the values that are possible */
	range: readonly [number, number];
	figure: (value: number) => string;
	write: (value: number) => string;
}>;

export function trendSeries({ threshold }: TrendResult, measure: Measure): readonly Series[] {
	const share = { unit: '', better: 'higher', range: [0, 1], figure: percent, write: percent } as const;
	const points = (value: number) => decimal(value, measure.maximum - measure.minimum > 20 ? 1 : 2);
	const reached = threshold === null ? '' : ` (${threshold})`;
	return [
		{
			name: 'change',
			title: `Mean change in ${noun(measure)} that patients reported, by month of the first visit`,
			subject: `Mean change in ${noun(measure)}`,
			axis: `Last score less first, ${measure.abbreviation} ${measure.unit} · ${measure.better} is better`,
			column: 'Mean change',
			counted: 'Episodes with a later score',
			unit: measure.unit,
			better: measure.better,
			range: [measure.minimum - measure.maximum, measure.maximum - measure.minimum],
			figure: points,
			write: points,
		},
		{ ...share, name: 'response', title: `Share of episodes that responded${reached}, by month of the first visit`, subject: 'Share who responded', axis: 'Episodes that responded · higher is better', column: 'Responded', counted: 'Episodes begun in each month' },
		{ ...share, name: 'completion', title: 'Share of episodes discharged as completed, by month of the first visit', subject: 'Share completed', axis: 'Episodes completed · higher is better', column: 'Completed', counted: 'Episodes begun in each month' },
		{
			name: 'adverse',
			title: 'Sessions with an adverse event per episode, by month of the first visit',
			subject: 'Sessions with an adverse event',
			axis: 'Sessions with an event, per episode · lower is better',
			column: 'Per episode',
			counted: 'Episodes with an answer recorded',
			unit: 'per episode',
			better: 'lower',
			range: [0, Infinity],
			figure: (value) => decimal(value, 2),
			write: (value) => decimal(value, 2),
		},
	];
}
