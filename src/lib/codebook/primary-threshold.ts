import type { Measure, Threshold } from './schema.ts';

/** The threshold that decides who responded: one meant for the condition before one meant for all; none where nothing is published. */
export function primaryThreshold({ thresholds }: Measure, condition: string | null = null): Threshold | undefined {
	const primary = thresholds.filter((threshold) => threshold.primary);
	return (
		primary.find(({ conditions }) => condition !== null && conditions.includes(condition)) ??
		primary.find(({ conditions }) => conditions.length === 0)
	);
}
