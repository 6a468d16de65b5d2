/** How an estimator did against the truth; `coverage` is the share of 95 % intervals that hold it. */
export type Performance = Readonly<{ bias: number; rmse: number; coverage: number; coverageError: number }>;

export type Estimate = Readonly<{ mean: number; lower: number; upper: number }>;

/** `coverageError` is the Monte-Carlo standard error of `coverage`. */
export function performanceOf(estimates: readonly Readonly<{ estimate: Estimate; truth: number }>[]): Performance {
	const n = estimates.length;
	const average = (of: (each: (typeof estimates)[number]) => number) => estimates.reduce((sum, each) => sum + of(each), 0) / n;
	const coverage = average(({ estimate, truth }) => (estimate.lower <= truth && truth <= estimate.upper ? 1 : 0));
	return {
		bias: average(({ estimate, truth }) => estimate.mean - truth),
		rmse: Math.sqrt(average(({ estimate, truth }) => (estimate.mean - truth) ** 2)),
		coverage,
		coverageError: Math.sqrt((coverage * (1 - coverage)) / n),
	};
}
