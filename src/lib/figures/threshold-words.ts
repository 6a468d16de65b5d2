import type { Measure, Threshold } from '#lib/codebook/schema.ts';

/** A threshold with where it comes from. */
export function thresholdWords({ label, citation }: Threshold, { abbreviation }: Measure): string {
	return `Threshold, ${abbreviation}, ${label}: ${citation}`;
}
