import { normalQuantile } from './normal-quantile.ts';

export type Shrunken = Readonly<{ estimate: number; lower: number; upper: number; shrinkage: number }>;

/**
 * Shrunken estimates of several units: each drawn towards their common mean, the more the less is known of it.
 *
 * Estimates the true values behind estimates with standard errors `se`, both in the same units, taking the true values as
 * drawn from one normal distribution; its mean `mean` and variance `tau2` come from the units themselves. `shrinkage` is the
 * share of the way to the mean. Intervals allow for the mean and the variance being estimated, so they do not close where
 * the variance is estimated as 0. In the order given. `reason` says in words why there are none: fewer than four units, or a
 * standard error that is not above 0.
 *
 * Morris CN (1983). Parametric empirical Bayes inference: theory and applications. J Am Stat Assoc 78:47–55.
 * R: `fit <- metafor::rma(y, se^2, method = 'EB')` for `mean` and `tau2`; the rest is Morris's section 5
 */
export function shrunkenEstimates(
	units: readonly Readonly<{ estimate: number; se: number }>[],
	level = 0.95,
): Readonly<{ mean: number; tau2: number; units: readonly Shrunken[] }> | Readonly<{ reason: string }> {
	const k = units.length;
	if (k < 4) return { reason: 'there are fewer than four groups' };
	if (units.some(({ se }) => !(se > 0))) return { reason: 'the chance variation of a group is unknown' };
	const tau2 = varianceBetween(units);
	const weights = units.map(({ se }) => 1 / (se ** 2 + tau2));
	const weight = total(weights);
	const mean = weightedMean(units, tau2);
	const meanVariance = total(units.map(({ se }, i) => weights[i]! * se ** 2)) / weight;
	const z = normalQuantile((1 + level) / 2);
	const shrunken = units.map(({ estimate, se }, i) => {
		const shrinkage = ((k - 3) / (k - 1)) * se ** 2 * weights[i]!;
		const ofVariance = (2 / (k - 3)) * shrinkage ** 2 * (meanVariance + tau2) * weights[i]!;
		const variance = se ** 2 * (1 - (1 - weights[i]! / weight) * shrinkage) + ofVariance * (estimate - mean) ** 2;
		const centre = estimate + shrinkage * (mean - estimate);
		return { estimate: centre, lower: centre - z * Math.sqrt(variance), upper: centre + z * Math.sqrt(variance), shrinkage };
	});
	return { mean, tau2, units: shrunken };
}

type Units = readonly Readonly<{ estimate: number; se: number }>[];

// where the weighted squares about the mean are what they are expected to be; they fall as the variance grows
function varianceBetween(units: Units): number {
	const excess = (tau2: number) => {
		const mean = weightedMean(units, tau2);
		return total(units.map(({ estimate, se }) => (estimate - mean) ** 2 / (se ** 2 + tau2))) - (units.length - 1);
	};
	if (excess(0) <= 0) return 0;
	let low = 0;
	let high = total(units.map(({ estimate }) => (estimate - weightedMean(units, 0)) ** 2));
	for (let step = 0; step < 200 && high - low > 1e-14 * high; step++) {
		const middle = (low + high) / 2;
		if (excess(middle) > 0) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

function weightedMean(units: Units, tau2: number): number {
	const weights = units.map(({ se }) => 1 / (se ** 2 + tau2));
	return total(units.map(({ estimate }, i) => estimate * weights[i]!)) / total(weights);
}

function total(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
