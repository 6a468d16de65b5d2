/** Episodes of one protocol that share the covariates and the score at session 1: how many, sums of their last scores, and how many responded. */
export type Pattern = Readonly<{
	protocol: string;
	chronicity: string;
	clinic: string;
	sex: string;
	ageBand: string;
	baseline: number;
	n: number;
	sum: number;
	squares: number;
	responders: number;
}>;

export const covariates = ['chronicity', 'clinic', 'sex', 'ageBand'] as const;

export type Covariate = (typeof covariates)[number];

/** Levels of a covariate, those of most episodes first. */
export function levelsOf(patterns: readonly Pattern[], covariate: Covariate): string[] {
	const counts = new Map<string, number>();
	for (const pattern of patterns) counts.set(pattern[covariate], (counts.get(pattern[covariate]) ?? 0) + pattern.n);
	return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([level]) => level);
}

/**
 * The patterns in levels that both protocols have. In a level of one protocol its chance is 0 or 1, so an overlap weight there
 * would be 0; setting such patterns aside can empty another level, so it goes on until none is left.
 */
export function sharedPatterns(patterns: readonly Pattern[]): readonly Pattern[] {
	const lonely = (covariate: Covariate, level: string) => new Set(patterns.filter((pattern) => pattern[covariate] === level).map(({ protocol }) => protocol)).size < 2;
	const aside = covariates.map((covariate) => new Set(levelsOf(patterns, covariate).filter((level) => lonely(covariate, level))));
	const shared = patterns.filter((pattern) => !covariates.some((covariate, index) => aside[index]?.has(pattern[covariate])));
	return shared.length === patterns.length ? shared : sharedPatterns(shared);
}

/** The predictors of a pattern: 1, the score at session 1 less its mean, and 0 or 1 for each level but the most frequent. */
export function designOf(patterns: readonly Pattern[]): (pattern: Pattern) => number[] {
	const n = patterns.reduce((total, pattern) => total + pattern.n, 0);
	const centre = patterns.reduce((total, pattern) => total + pattern.n * pattern.baseline, 0) / n;
	const levels = covariates.flatMap((covariate) => levelsOf(patterns, covariate).slice(1).map((level) => ({ covariate, level })));
	return (pattern) => [1, pattern.baseline - centre, ...levels.map(({ covariate, level }) => (pattern[covariate] === level ? 1 : 0))];
}
