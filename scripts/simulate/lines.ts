import { byCohort } from './by-cohort.ts';
import { conditionOf } from './draw-cohorts.ts';
import type { Found } from './found.ts';
import { performanceOf, type Performance } from './performance.ts';
import type { Truth } from './truth.ts';

/** How an estimator did at one thing, over cohorts of `episodes`. */
export type Line = Readonly<{ estimator: string; at: string; episodes: number }> & Performance;

/** A line for each thing that at least `fewest` of the cohorts could estimate, in the order in which they were found. */
export function linesOf(all: readonly Found[], truths: readonly Truth[], { episodes, fewest }: Readonly<{ episodes: number; fewest: (estimator: string) => number }>): Line[] {
	const truthOf = new Map(truths.map(({ condition, estimator, at, value }) => [name(condition, estimator, at), value]));
	return [...byCohort(all, ({ estimator, at }) => name(estimator, at)).values()].flatMap((own) => {
		const known = own.flatMap((estimate) => {
			const truth = truthOf.get(name(conditionOf(estimate.cohort), estimate.estimator, estimate.at));
			return truth === undefined ? [] : [{ estimate, truth }];
		});
		const [first] = own;
		return first === undefined || known.length < fewest(first.estimator) ? [] : [{ estimator: first.estimator, at: first.at, episodes, ...performanceOf(known) }];
	});
}

function name(...parts: readonly string[]): string {
	return JSON.stringify(parts);
}
