import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import type { Measure } from '#lib/codebook/schema.ts';

/** The measure that the scores of the cohorts are of. */
export const primaryMeasure: Measure = primary();

function primary(): Measure {
	const found = defaultCodebook.measures.find((measure) => measure.primary);
	if (found === undefined) throw new Error('the codebook has no primary measure');
	return found;
}
