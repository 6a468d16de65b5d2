import { byCohort } from './by-cohort.ts';
import { conditionOf } from './draw-cohorts.ts';
import type { Found } from './found.ts';
import { performanceOf, type Performance } from './performance.ts';
import type { Truth } from './truth.ts';

/** How an estimator did at one thing: how many of the cohorts of `episodes` it could be made of, and, where these are enough, how near to the truth it was. */
export type Line = Readonly<{ estimator: string; at: string; episodes: number; cohorts: number; estimates: number; performance: Performance | null }>;

/**
 * A line for each thing whose truth is known, in the order of the truths. `cohorts` says how many an estimator might have been made of;
 * fewer estimates than `fewest` say nothing of how near they come.
 */
export function linesOf(all: readonly Found[], truths: readonly Truth[], { episodes, cohorts, fewest }: Readonly<{ episodes: number; cohorts: (estimator: string) => number; fewest: number }>): Line[] {
	const truthOf = new Map(truths.map(({ condition, estimator, at, value }) => [name(condition, estimator, at), value]));
	const found = byCohort(all, ({ estimator, at }) => name(estimator, at));
	const things = new Map(truths.map(({ estimator, at }) => [name(estimator, at), { estimator, at }]));
	return [...things].map(([thing, place]) => {
		const known = (found.get(thing) ?? []).flatMap((estimate) => {
			const truth = truthOf.get(name(conditionOf(estimate.cohort), estimate.estimator, estimate.at));
			return truth === undefined ? [] : [{ estimate, truth }];
		});
		return { ...place, episodes, cohorts: cohorts(place.estimator), estimates: known.length, performance: known.length < fewest ? null : performanceOf(known) };
	});
}

function name(...parts: readonly string[]): string {
	return JSON.stringify(parts);
}
