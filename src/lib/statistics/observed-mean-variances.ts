import { cholesky, choleskySolve } from './cholesky.ts';
import { completePatterns } from './complete-patterns.ts';
import { missingInformation } from './missing-information.ts';
import { productsByLast } from './products-by-last.ts';
import type { StandardPattern } from './standardise-pattern.ts';

/**
 * Variances of the estimated means of a multivariate normal with missing scores, its covariance matrix estimated with them.
 *
 * From the observed information of means and covariance together: where scores are missing at random the two are not orthogonal,
 * and the expected information of the means alone (`meanVariances`) promises too much. Each variance adds up what the
 * regressions of each score on those before it contribute, their residual variances with the divisor n − coefficients, n the episodes
 * scored at that time; `degreesOfFreedom` are Satterthwaite's for that sum. `regressions`, laid out as `sequentialRegressions`
 * returns it, must be the maximum of the likelihood, else the result may not be a number; the variances are in the standardised
 * units. At the first time, where all were scored, they are s² / n with n − 1 degrees of freedom.
 *
 * Kenward MG, Molenberghs G (1998). Likelihood based frequentist inference when data are missing at random. Stat Sci 13:236–247.
 * Satterthwaite FE (1946). An approximate distribution of estimates of variance components. Biometrics Bull 2:110–114.
 * R: `solve(-numDeriv::hessian(logLikelihood, regressions))` between the gradients of the means
 */
export function observedMeanVariances(
	patterns: readonly StandardPattern[],
	regressions: Float64Array,
	times: number,
	restricted: 0 | 1 = 0,
): readonly Readonly<{ variance: number; degreesOfFreedom: number }>[] {
	const factor = cholesky(observedInformation(patterns, regressions, times), regressions.length);
	const residualDegrees = scored(patterns, times).map((n, time) => ({ n, degrees: n - time - 1 }));
	return gradients(regressions, times).map((gradient) => {
		residualDegrees.forEach(({ n, degrees }, time) => {
			for (let a = start(time); a <= start(time) + time; a++) gradient[a]! *= Math.sqrt((n - restricted) / degrees);
		});
		const solution = choleskySolve(factor, gradient);
		const shares = residualDegrees.map((_, time) => share(time, gradient, solution));
		const variance = shares.reduce((sum, value) => sum + value, 0);
		const spread = shares.reduce((sum, value, time) => sum + value ** 2 / residualDegrees[time]!.degrees, 0);
		return { variance, degreesOfFreedom: variance ** 2 / spread };
	});
}

function start(time: number): number {
	return (time * (time + 3)) / 2;
}

function observedInformation(patterns: readonly StandardPattern[], regressions: Float64Array, times: number): Float64Array {
	const size = regressions.length;
	const width = times + 1;
	const gapped = patterns.filter(({ hidden }) => hidden.length > 0);
	const { products } = completePatterns(gapped, productsByLast(patterns, times), regressions, times);
	const information = missingInformation(gapped, regressions, times).map((lost) => -lost);
	const reached = new Float64Array(width * width);
	for (let time = times - 1; time >= 0; time--) {
		products[time + 1]!.forEach((product, i) => (reached[i]! += product));
		const offset = start(time);
		const ofVariance = offset + time + 1;
		const weight = Math.exp(-regressions[ofVariance]!);
		const contrast = [...regressions.subarray(offset, ofVariance).map((coefficient) => -coefficient), 1];
		const withResidual = contrast.map((_, i) => weight * contrast.reduce((sum, by, j) => sum + by * reached[i * width + j]!, 0));
		for (let i = 0; i <= time; i++) {
			for (let j = 0; j <= time; j++) information[(offset + i) * size + offset + j]! += weight * reached[i * width + j]!;
			information[(offset + i) * size + ofVariance]! += withResidual[i]!;
			information[ofVariance * size + offset + i]! += withResidual[i]!;
		}
		information[ofVariance * (size + 1)]! += contrast.reduce((sum, by, i) => sum + by * withResidual[i]!, 0) / 2;
	}
	return information;
}

function scored(patterns: readonly StandardPattern[], times: number): number[] {
	const counts = new Array<number>(times).fill(0);
	for (const { n, seen } of patterns) for (const position of seen) if (position > 0) counts[position - 1]! += n;
	return counts;
}

// of each mean, by the coefficients of all regressions
function gradients(regressions: Float64Array, times: number): readonly Float64Array[] {
	const means: number[] = [];
	const gradients: Float64Array[] = [];
	for (let time = 0; time < times; time++) {
		const offset = start(time);
		const gradient = new Float64Array(regressions.length);
		let mean = regressions[offset]!;
		gradient[offset] = 1;
		for (let earlier = 0; earlier < time; earlier++) {
			const coefficient = regressions[offset + earlier + 1]!;
			mean += coefficient * means[earlier]!;
			gradient[offset + earlier + 1] = means[earlier]!;
			for (let a = 0; a < offset; a++) gradient[a]! += coefficient * gradients[earlier]![a]!;
		}
		means.push(mean);
		gradients.push(gradient);
	}
	return gradients;
}

function share(time: number, gradient: Float64Array, solution: Float64Array): number {
	let sum = 0;
	for (let a = start(time); a <= start(time) + time; a++) sum += gradient[a]! * solution[a]!;
	return sum;
}
