import { standardisedDifference } from '#lib/statistics/standardised-difference.ts';
import { covariates, levelsOf, type Pattern } from './design.ts';

/** Standardised differences of one covariate, or one level of it, before and after weighting; null where not estimable. */
export type RawBalance = Readonly<{ covariate: string; level: string | null; before: number | null; after: number | null }>;

/** `chance` of the first protocol, null for a pattern set aside; no `chance` function where no weights could be fitted. */
export function balanceOf(patterns: readonly Pattern[], first: string, chance: ((pattern: Pattern) => number | null) | null): RawBalance[] {
	const levels = covariates.flatMap((covariate) => {
		return levelsOf(patterns, covariate).sort().map((level) => ({ covariate, level, value: (pattern: Pattern) => (pattern[covariate] === level ? 1 : 0) }));
	});
	const shown = [{ covariate: 'baseline', level: null, value: ({ baseline }: Pattern) => baseline }, ...levels];
	return shown.map(({ covariate, level, value }) => {
		const sides = [patterns.filter(({ protocol }) => protocol === first), patterns.filter(({ protocol }) => protocol !== first)] as const;
		const plain = sides.map((side) => momentsOf(side, value, () => 1, level === null ? 1 : 0));
		const weigh = (pattern: Pattern) => {
			const e = chance?.(pattern) ?? null;
			return e === null ? 0 : pattern.protocol === first ? 1 - e : e;
		};
		const weighted = chance === null ? [] : sides.map((side) => momentsOf(side, value, weigh, 0));
		return { covariate, level, before: apart(plain, plain), after: apart(weighted, plain) };
	});
}

type Moments = Readonly<{ mean: number; variance: number }>;

/** `spent` is taken off the divisor of the variance: 1 for a score, 0 for a share. */
function momentsOf(patterns: readonly Pattern[], value: (pattern: Pattern) => number, weight: (pattern: Pattern) => number, spent: number): Moments {
	const sum = (each: (pattern: Pattern) => number) => patterns.reduce((total, pattern) => total + pattern.n * weight(pattern) * each(pattern), 0);
	const all = sum(() => 1);
	const mean = sum(value) / all;
	return { mean, variance: sum((pattern) => (value(pattern) - mean) ** 2) / (all - spent) };
}

function apart(means: readonly Moments[], units: readonly Moments[]): number | null {
	const [a, b] = means;
	const [unitA, unitB] = units;
	if (a === undefined || b === undefined || unitA === undefined || unitB === undefined) return null;
	return standardisedDifference({ mean: a.mean, variance: unitA.variance }, { mean: b.mean, variance: unitB.variance }) ?? null;
}
