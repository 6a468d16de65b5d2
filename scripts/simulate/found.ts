/** What an estimator said of one cohort; `at` says what of, such as the session. */
export type Found = Readonly<{ cohort: string; estimator: string; at: string; mean: number; lower: number; upper: number }>;

type Limited = Readonly<{ lower: number | null; upper: number | null }>;

/** Nothing where there is no estimate, or none with limits. */
export function found(place: Readonly<{ cohort: string; estimator: string; at: string }>, given: (Limited & (Readonly<{ estimate: number }> | Readonly<{ mean: number }>)) | null | undefined): Found[] {
	if (given === null || given === undefined || given.lower === null || given.upper === null) return [];
	return [{ ...place, mean: 'mean' in given ? given.mean : given.estimate, lower: given.lower, upper: given.upper }];
}
