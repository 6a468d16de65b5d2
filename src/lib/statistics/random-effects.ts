import { tQuantile } from './t-quantile.ts';

export type StudyEstimate = Readonly<{ estimate: number; se: number }>;

/** `tau2` is the variance between studies, `i2` its share of the total variance (0 to 1), `q` Cochran's statistic on `df`. */
export type RandomEffects = Readonly<{ estimate: number; se: number; lower: number; upper: number; tau2: number; i2: number; q: number; df: number }>;

/**
 * Random-effects pooling of independent estimates by restricted maximum likelihood, with the Knapp–Hartung interval.
 *
 * Estimates the mean of the true values that `studies` measure, each with its standard error, taken as known. The interval is a t interval on k − 1
 * degrees of freedom, its variance scaled by how far the estimates scatter but never below that of the ordinary interval, which few
 * studies that happen to agree would otherwise shrink. Fisher scoring, kept at 0 or above. Assumes normal true values; with two or three
 * studies the variance between them is hardly known. A `reason` below two studies, or for a standard error not above 0.
 *
 * Viechtbauer W (2005). J Educ Behav Stat 30:261–293. Knapp G, Hartung J (2003). Stat Med 22:2693–2710. Jackson D et al (2017). Stat Med 36:3923–3934.
 * R: `metafor::rma(yi, sei = se, method = "REML", test = "adhoc")`, `i2` being its `I2` / 100
 */
export function randomEffects(studies: readonly StudyEstimate[]): RandomEffects | Readonly<{ reason: string }> {
	const k = studies.length;
	if (k < 2) return { reason: 'there are fewer than two estimates to pool' };
	if (studies.some(({ estimate, se }) => !(se > 0) || !Number.isFinite(estimate + se))) return { reason: 'an estimate has no standard error' };
	const tau2 = betweenVariance(studies);
	if (tau2 === undefined) return { reason: 'the variance between the estimates did not settle' };
	const { weights, mean, scatter } = pooled(studies, tau2);
	const total = sumOf(weights);
	const se = Math.sqrt(Math.max(1, scatter / (k - 1)) / total);
	const margin = tQuantile(0.975, k - 1) * se;
	const fixed = pooled(studies, 0);
	const typical = ((k - 1) * sumOf(fixed.weights)) / (sumOf(fixed.weights) ** 2 - sumOf(fixed.weights.map((w) => w * w)));
	return { estimate: mean, se, lower: mean - margin, upper: mean + margin, tau2, i2: tau2 / (tau2 + typical), q: fixed.scatter, df: k - 1 };
}

function pooled(studies: readonly StudyEstimate[], tau2: number) {
	const weights = studies.map(({ se }) => 1 / (se * se + tau2));
	const mean = sumOf(studies.map(({ estimate }, i) => weights[i]! * estimate)) / sumOf(weights);
	return { weights, mean, scatter: sumOf(studies.map(({ estimate }, i) => weights[i]! * (estimate - mean) ** 2)) };
}

function betweenVariance(studies: readonly StudyEstimate[]): number | undefined {
	let tau2 = Math.max(0, spread(studies) - sumOf(studies.map(({ se }) => se * se)) / studies.length);
	const scale = spread(studies) + Math.max(...studies.map(({ se }) => se * se));
	for (let iteration = 0; iteration < 1000; iteration++) {
		const next = Math.max(0, tau2 + scoringStep(studies, tau2));
		if (Math.abs(next - tau2) < 1e-13 * scale) return next;
		tau2 = next;
	}
	return undefined;
}

function spread(studies: readonly StudyEstimate[]): number {
	const mean = sumOf(studies.map(({ estimate }) => estimate)) / studies.length;
	return sumOf(studies.map(({ estimate }) => (estimate - mean) ** 2)) / (studies.length - 1);
}

/** Score over Fisher information of the restricted likelihood: (y′PPy − tr P) / tr PP, P = W − Ww′W / Σw. */
function scoringStep(studies: readonly StudyEstimate[], tau2: number): number {
	const { weights, mean } = pooled(studies, tau2);
	const power = (exponent: number) => sumOf(weights.map((w) => w ** exponent));
	const quadratic = sumOf(studies.map(({ estimate }, i) => (weights[i]! * (estimate - mean)) ** 2));
	const trace = power(1) - power(2) / power(1);
	const squared = power(2) - (2 * power(3)) / power(1) + (power(2) / power(1)) ** 2;
	return (quadratic - trace) / squared;
}

function sumOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
