import { z } from 'zod';
import { conditionThresholds } from '#lib/codebook/condition-thresholds.ts';
import endsSql from './course-ends.sql?raw';
import pairsSql from './course-pairs.sql?raw';
import judgeSql from './create-judged-course.sql?raw';
import type { AskedWith } from './question.ts';

/** Whether anyone left after a visit cannot be told yet where it is at most this many months before the snapshot's last. */
export const openMonths = 3;

/** Alphabetical, as SQL orders them. */
export const fates = ['completed', 'left', 'open', 'other', 'referred', 'responded', 'unscored'] as const;
export const standings = ['not', 'responding', 'unfollowed'] as const;

const course = z.object({
	able: z.boolean(),
	fate: z.enum(fates),
	session: z.number(),
	settled: z.number(),
	referral: z.string().nullable(),
	atLast: z.enum(standings),
});

const group = { condition: z.string(), protocol: z.string() };

/** How an episode ended: at the first `session` that reached the threshold, or at the last visit without having done so. `able`
 * where the baseline lets it reach the threshold; `settled` is the last session until then that is long enough ago to tell whether
 * anyone left after it; `referral` is the discharge reason of the referred; `atLast` where the last score stands. */
export type Course = z.infer<typeof course>;

/** `n` episodes ended so. `patients` counts nobody twice within a condition. */
export const courseEnd = course.extend({ ...group, n: z.number(), patients: z.number() });

export type CourseEnd = z.infer<typeof courseEnd>;

/** `n` times did two episodes of one patient for a condition end so, the second of `otherProtocol`; each two episodes are counted once. */
export const coursePair = z.object({ ...group, otherProtocol: z.string(), a: course, b: course, n: z.number() });

export type CoursePair = z.infer<typeof coursePair>;

/** Judges each episode, once with `courseEndsParameters`; the two others then count. */
export const judgeCoursesSql = judgeSql;
export const courseEndsSql = endsSql;
export const coursePairsSql = pairsSql;

type Chosen = Pick<AskedWith, 'measure' | 'codebook' | 'filters'>;

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
