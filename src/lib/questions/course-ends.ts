import { z } from 'zod';
import { conditionThresholds } from '#lib/codebook/condition-thresholds.ts';
import sql from './course-ends.sql?raw';
import type { Asking } from './question.ts';

/** An episode without a discharge reason is taken for still going on where its last visit is at most this many months before the snapshot's last. */
export const openMonths = 3;

const fates = ['responded', 'left', 'completed', 'referred', 'other', 'open', 'unscored'] as const;

/**
 * How episodes ended: at the first `session` that reached the threshold, or at their last visit without having done so.
 * `able` where the baseline lets them reach it; `atLast` is where the last score stands. `patients` counts nobody twice within a condition.
 */
export const courseEnd = z.object({
	condition: z.string(),
	protocol: z.string(),
	able: z.boolean(),
	fate: z.enum(fates),
	session: z.number(),
	atLast: z.enum(['unfollowed', 'responding', 'not']),
	n: z.number(),
	patients: z.number(),
});

export type CourseEnd = z.infer<typeof courseEnd>;

export const courseEndsSql = sql;

type Chosen = Pick<Asking, 'measure' | 'codebook' | 'filters'>;

/** What the statement is asked with. */
export function courseEndsParameters({ measure, codebook, filters }: Chosen) {
	const thresholds = chosen({ measure, codebook, filters });
	return {
		measure: measure.id,
		minimum: measure.minimum,
		maximum: measure.maximum,
		better: measure.better === 'lower' ? -1 : 1,
		thresholds: JSON.stringify(thresholds.map(({ condition, kind, value }) => ({ condition, kind, value }))),
		reasons: JSON.stringify(codebook.dischargeReasons.map(({ id, course }) => ({ id, course }))),
		openMonths,
	};
}

/** Labels of the thresholds by condition, of those conditions that have one. */
export function thresholdLabels(asking: Chosen): Readonly<Record<string, string>> {
	return Object.fromEntries(chosen(asking).map(({ condition, label }) => [condition, label]));
}

function chosen({ measure, codebook, filters }: Chosen) {
	return conditionThresholds(codebook, measure, filters.threshold);
}
