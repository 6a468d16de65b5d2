import { comparison } from '#lib/questions/comparison/comparison.server.ts';
import type { Asking } from '#lib/questions/question.ts';
import { found, type Found } from './found.ts';

/** The difference between two protocols in the last score and in the share of responders. */
export async function comparisonFound(asking: Asking): Promise<Found[]> {
	const { conditions } = comparison.protect(await comparison.ask(asking), asking.minimumCell);
	return conditions.flatMap(({ condition: cohort, unadjusted, ancova, weighted, response }) => {
		const place = (estimator: string, at: string) => ({ cohort, estimator, at });
		return [
			...found(place('Plain difference', 'last score'), unadjusted),
			...found(place('Adjusted difference', 'last score'), ancova),
			...found(place('Overlap-weighted difference', 'last score'), weighted),
			...found(place('Plain difference in responders', 'at the last score'), response?.difference),
			...found(place('Overlap-weighted difference in responders', 'at the last score'), response?.weighted),
		];
	});
}
