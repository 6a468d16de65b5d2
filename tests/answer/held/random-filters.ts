import type { Codebook } from '#lib/codebook/schema.ts';
import type { Filters } from '#lib/questions/answer.ts';
import { partings } from '#lib/questions/filters.ts';
import type { HeldCourses } from '#lib/server/held/held-courses.ts';

const columns = ['protocol', 'clinic', 'therapist', 'payer', 'sex', 'ageBand', 'chronicity'] as const;

/** Filters of any kind: none, one or several values of each, of which some are not recorded. */
export function randomFilters(courses: HeldCourses, { conditions, measures }: Codebook, uniform: () => number): Filters {
	const oneOf = <T>(values: readonly T[]) => values[Math.floor(uniform() * values.length)];
	const some = (values: readonly string[], often: number) => (uniform() < often ? [...new Set(Array.from({ length: 1 + Math.floor(uniform() * 3) }, () => oneOf([...values, 'nowhere']) ?? 'nowhere'))].sort() : []);
	const periods = courses.columns.period.values;
	const lists = Object.fromEntries(columns.map((name) => [name, some(courses.columns[name].values, 0.15)]));
	const measure = oneOf(measures);
	return {
		protocol: [],
		clinic: [],
		therapist: [],
		payer: [],
		sex: [],
		ageBand: [],
		chronicity: [],
		...lists,
		condition: some(conditions.map(({ id }) => id), 0.7),
		period: some([...periods, ...periods.map((period) => period.slice(0, 4))], 0.15),
		measure: uniform() < 0.5 ? null : (measure?.id ?? null),
		threshold: uniform() < 0.5 ? null : (oneOf(measure?.thresholds ?? [])?.id ?? null),
		rebase: null,
		by: oneOf([null, ...partings]) ?? null,
		axis: uniform() < 0.1 ? 'weeks' : null,
		delta: uniform() < 0.3 ? 1 : null,
	};
}
