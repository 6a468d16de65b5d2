import type { Measure } from '#lib/codebook/schema.ts';
import { noun } from '#lib/charts/measure.ts';
import { decimal, percent } from '#lib/charts/number.ts';
import type { VariationResult } from './result.ts';

/** What a funnel is of, and of whom: `one` and `many` name the clinics or therapists. */
export type Outcome = Readonly<{
	level: 'clinics' | 'therapists';
	outcome: 'response' | 'change';
	one: string;
	many: string;
	title: string;
	axis: string;
	unit: string;
	better: Measure['better'];
	/** the values that are possible */
	range: readonly [number, number];
	minimumEpisodes: number;
	write: (value: number) => string;
}>;

export function outcomes({ threshold, minimumEpisodes }: VariationResult, measure: Measure): Outcome[] {
	const span = measure.maximum - measure.minimum;
	const reached = threshold === null ? '' : ` (${threshold})`;
	return (['clinics', 'therapists'] as const).flatMap((level): Outcome[] => {
		const common = { level, one: level.slice(0, -1), many: level, minimumEpisodes };
		return [
			{ ...common, outcome: 'response', title: `Share of episodes that responded${reached}, by ${common.one} and number of episodes`, axis: 'Episodes that responded, standardised · higher is better', unit: '', better: 'higher', range: [0, 1], write: percent },
			{
				...common,
				outcome: 'change',
				title: `Mean change in ${noun(measure)} that patients reported, by ${common.one} and number of episodes`,
				axis: `Change, standardised, ${measure.abbreviation} ${measure.unit} · ${measure.better} is better`,
				unit: measure.unit,
				better: measure.better,
				range: [-span, span],
				write: (value) => decimal(value, span > 20 ? 1 : 2),
			},
		];
	});
}
