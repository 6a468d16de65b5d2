import { conditionOf } from './draw-cohorts.ts';
import type { Found } from './found.ts';

/** What an estimator aims at, for the patients of a condition. */
export type Truth = Readonly<{ condition: string; estimator: string; at: string; value: number }>;

/** What estimators say of cohorts so large that chance hardly matters; of `estimators` alone. */
export function truthOf(all: readonly Found[], estimators: readonly string[]): Truth[] {
	return all.flatMap(({ cohort, estimator, at, mean }) => (estimators.includes(estimator) ? [{ condition: conditionOf(cohort), estimator, at, value: mean }] : []));
}
