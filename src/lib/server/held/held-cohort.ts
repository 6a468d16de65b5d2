import { LRUCache } from 'lru-cache';
import type { Cohort } from '../cohort-of.ts';
import type { HeldCohort, HeldCourses } from './held-courses.ts';
import { selectEpisodes } from './select-episodes.ts';

/** Cohorts kept for each snapshot: so many times all its episodes. */
const times = 3;

const kept = new WeakMap<HeldCourses, LRUCache<Cohort, HeldCohort>>();

/** The episodes of a cohort, which are selected once for the questions that are asked about it. */
export async function heldCohort(courses: HeldCourses, cohort: Cohort): Promise<HeldCohort> {
	const cohorts = kept.get(courses) ?? new LRUCache<Cohort, HeldCohort>({
		maxSize: times * courses.episodes + 1,
		sizeCalculation: ({ selected }) => Math.max(1, selected.length),
		// one that makes way for others before it is there is still given
		ignoreFetchAbort: true,
		fetchMethod: async ({ selecting }) => selectEpisodes(courses, selecting),
	});
	kept.set(courses, cohorts);
	return cohorts.forceFetch(cohort);
}
