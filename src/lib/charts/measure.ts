import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import { decimal } from './number.ts';

/** The measure that filters name, or the codebook's primary one. */
export function measureOf(codebook: Codebook, id: string | null): Measure {
	const measure = codebook.measures.find((each) => each.id === id) ?? codebook.measures.find((each) => each.primary) ?? codebook.measures[0];
	if (measure === undefined) throw new Error('the codebook must hold a measure');
	return measure;
}

/** What a mean is a mean of, inside a sentence: `pain` for the measure of the pain column, `LEFS score` and the like for others. */
export function noun(measure: Measure): string {
	return isPain(measure) ? 'pain' : `${measure.abbreviation} score`;
}

/** What patients reported, inside a sentence. */
export function nouns(measure: Measure): string {
	return isPain(measure) ? 'pain' : `${measure.abbreviation} scores`;
}

function isPain({ columns }: Measure): boolean {
	return columns.includes('pain_before');
}

export function scaleOf({ minimum, maximum }: Measure): string {
	return `${decimal(minimum, 0)}–${decimal(maximum, 0)}`;
}

export function measureRange(measure: Measure): string {
	return `${scaleOf(measure)} ${measure.unit}`;
}
