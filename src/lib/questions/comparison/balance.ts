import { standardisedDifference } from '#lib/statistics/standardised-difference.ts';
import { covariates, levelsOf, type Covariate, type Pattern } from './design.ts';

/** Standardised differences of one covariate, or one level of it, before and after weighting; null where not estimable. */
export type RawBalance = Readonly<{ covariate: string; level: string | null; before: number | null; after: number | null }>;

/** `chance` of the first protocol, null for a pattern set aside; no `chance` function where no weights could be fitted. */
export function balanceOf(patterns: readonly Pattern[], first: string, chance: ((pattern: Pattern) => number | null) | null): RawBalance[] {
	const sides = [patterns.filter(({ protocol }) => protocol === first), patterns.filter(({ protocol }) => protocol !== first)];
	const weights = sides.map((side) => side.map((pattern) => (chance === null ? 0 : pattern.n * weightOf(pattern, first, chance(pattern)))));
	const plain = sides.map((side) => scoreMoments(side));
	const means = sides.map((side, place) => scoreMoments(side, weights[place]));
	const baseline = { covariate: 'baseline', level: null, before: apart(plain, plain), after: chance === null ? null : apart(means, plain) };
	const levels = covariates.flatMap((covariate) => {
		const shares = sides.map((side) => levelShares(side, covariate, side.map(({ n }) => n)));
		const weighted = sides.map((side, place) => levelShares(side, covariate, weights[place] ?? []));
		const momentsAt = (of: typeof shares, level: string) => of.map((share) => ({ mean: share(level), variance: share(level) * (1 - share(level)) }));
		return levelsOf(patterns, covariate).sort().map((level) => {
			const units = momentsAt(shares, level);
			return { covariate, level, before: apart(units, units), after: chance === null ? null : apart(momentsAt(weighted, level), units) };
		});
	});
	return [baseline, ...levels];
}

function weightOf({ protocol }: Pattern, first: string, chance: number | null): number {
	if (chance === null) return 0;
	return protocol === first ? 1 - chance : chance;
}

type Moments = Readonly<{ mean: number; variance: number }>;

function scoreMoments(patterns: readonly Pattern[], weights: readonly number[] = patterns.map(({ n }) => n)): Moments {
	const sum = (of: (pattern: Pattern) => number) => patterns.reduce((total, pattern, place) => total + (weights[place] ?? 0) * of(pattern), 0);
	const all = sum(() => 1);
	const mean = sum(({ baseline }) => baseline) / all;
	return { mean, variance: sum(({ baseline }) => (baseline - mean) ** 2) / (all - 1) };
}

/** What part of the weight each level of a covariate has. */
function levelShares(patterns: readonly Pattern[], covariate: Covariate, weights: readonly number[]): (level: string) => number {
	const sums = new Map<string, number>();
	patterns.forEach((pattern, place) => sums.set(pattern[covariate], (sums.get(pattern[covariate]) ?? 0) + (weights[place] ?? 0)));
	const all = weights.reduce((total, weight) => total + weight, 0);
	return (level) => (sums.get(level) ?? 0) / all;
}

function apart(means: readonly Moments[], units: readonly Moments[]): number | null {
	const [a, b] = means;
	const [unitA, unitB] = units;
	if (a === undefined || b === undefined || unitA === undefined || unitB === undefined) return null;
	return standardisedDifference({ mean: a.mean, variance: unitA.variance }, { mean: b.mean, variance: unitB.variance }) ?? null;
}
