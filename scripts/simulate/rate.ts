/**
 * How often something happened that should not, or as often as `expected`, in cohorts of `episodes`; `of` counts what it could happen to.
 * `share` and its `error` are null where that is nothing.
 */
export type Rate = Readonly<{ name: string; episodes: number; expected: number | null; of: number; share: number | null; error: number | null }>;

/** `error` is the Monte-Carlo standard error, which allows for what one cohort's have in common. */
export function rate(what: Pick<Rate, 'name' | 'episodes' | 'expected'>, cohorts: readonly Readonly<{ of: number; count: number }>[]): Rate {
	const of = cohorts.reduce((sum, cohort) => sum + cohort.of, 0);
	if (of === 0) return { ...what, of, share: null, error: null };
	const share = cohorts.reduce((sum, { count }) => sum + count, 0) / of;
	const squares = cohorts.reduce((sum, cohort) => sum + (cohort.count - share * cohort.of) ** 2, 0);
	return { ...what, of, share, error: Math.sqrt(squares) / of };
}
