import { LRUCache } from 'lru-cache';
import type { Filters } from '#lib/questions/answer.ts';
import type { Stamp } from './warehouse/stamp.ts';

/** The filters that select episodes, and what they are parted by. One object stands for one group of episodes of a snapshot, as long as it is asked about. */
export type Cohort = Readonly<{ selecting: Omit<Filters, 'measure' | 'threshold' | 'rebase' | 'axis' | 'delta'> }>;

const cohorts = new WeakMap<Stamp, LRUCache<string, Cohort>>();

/** Few are asked about at a time. */
const most = 20;

export function cohortOf(stamp: Stamp, { measure: _measure, threshold: _threshold, rebase: _rebase, axis: _axis, delta: _delta, ...selecting }: Filters): Cohort {
	const known = cohorts.get(stamp) ?? new LRUCache<string, Cohort>({ max: most });
	cohorts.set(stamp, known);
	const key = JSON.stringify(selecting);
	const cohort = known.get(key) ?? { selecting };
	known.set(key, cohort);
	return cohort;
}
