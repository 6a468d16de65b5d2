import type { Moments } from './normal-likelihood.ts';
import { sweep } from './sweep.ts';
import type { VisitTree } from './visit-tree.ts';

/**
 * Means and covariance matrix of standardised scores from a regression of each on those before it, each two taken where both were scored.
 *
 * The regression at a time is of the episodes scored then or later. Under monotone dropout these are all that came before, and the result is
 * the maximum of the likelihood, or of the restricted one with `restricted` 1, which is taken from the divisor n of a residual variance.
 * Else it is near it, and made positive definite by leaving out a predictor of which less than 1 % is left, and no residual variance below 5 %.
 *
 * Anderson TW (1957). Maximum likelihood estimates for a multivariate normal distribution when some observations are
 * missing. J Am Stat Assoc 52:200–203.
 * R: `lm(y_k ~ y_1 + … + y_{k-1})` for each k under monotone dropout; in available-moments.R
 */
export function availableMoments(tree: VisitTree, times: number, restricted: 0 | 1): Moments {
	const moments = { means: new Float64Array(times), covariance: new Float64Array(times * times) };
	const reached = reachedSums(tree, times);
	for (let time = 0; time < times; time++) {
		const { about, means, whole } = aboutMeans(reached[time]!, time, times + 1);
		const { coefficients, residual } = regression(about, time, times + 1, whole);
		const n = reached[time]!.counts[0]!;
		addTime(moments, time, means, coefficients, (residual * n) / (n - restricted));
	}
	return moments;
}

type Sums = Readonly<{ products: Float64Array; counts: Float64Array }>;

/** By time, of the episodes scored then or later: sums of the products of (1, scores) where both were seen, and how often they were. */
function reachedSums({ times: timeOf, depths, offsets, products }: VisitTree, times: number): readonly Sums[] {
	const width = times + 1;
	const sums = Array.from({ length: times }, () => ({ products: new Float64Array(width * width), counts: new Float64Array(width * width) }));
	const rows = new Int32Array(width);
	for (let node = 0; node < depths.length; node++) {
		const depth = depths[node]!;
		rows[depth] = timeOf[node]! + 1;
		let at = offsets[node]!;
		const n = products[at]!;
		if (n === 0) continue;
		const own = sums[timeOf[node]!]!;
		for (let i = 0; i <= depth; i++) {
			for (let j = 0; j <= i; j++) {
				const place = rows[i]! * width + rows[j]!;
				own.products[place]! += products[at++]!;
				own.counts[place]! += n;
			}
		}
	}
	for (let time = times - 2; time >= 0; time--) {
		for (let i = 0; i < width * width; i++) {
			sums[time]!.products[i]! += sums[time + 1]!.products[i]!;
			sums[time]!.counts[i]! += sums[time + 1]!.counts[i]!;
		}
	}
	return sums;
}

/** `whole` where all episodes were scored at all times up to this one. */
function aboutMeans({ products, counts }: Sums, time: number, width: number) {
	const about = new Float64Array(width * width);
	const means = Float64Array.from({ length: time + 1 }, (_, i) => products[(i + 1) * width]! / counts[(i + 1) * width]!);
	let whole = true;
	for (let i = 0; i <= time; i++) {
		for (let j = 0; j <= i; j++) {
			const at = (i + 1) * width + j + 1;
			const covariance = counts[at]! > 0 ? products[at]! / counts[at]! - means[i]! * means[j]! : 0;
			about[i * width + j] = about[j * width + i] = covariance;
			whole &&= counts[at] === counts[0];
		}
	}
	return { about, means, whole };
}

function regression(about: Float64Array, time: number, width: number, whole: boolean) {
	const variances = Float64Array.from({ length: time + 1 }, (_, i) => about[i * (width + 1)]!);
	const kept = Array.from({ length: time }, (_, i) => {
		const left = about[i * (width + 1)]! > (whole ? 1e-10 : 0.01) * variances[i]!;
		if (left) sweep(about, width, time + 1, i);
		return left;
	});
	const coefficients = Float64Array.from({ length: time }, (_, i) => (kept[i] ? about[i * width + time]! : 0));
	return { coefficients, residual: Math.max(about[time * (width + 1)]!, (whole ? 1e-10 : 0.05) * variances[time]!) };
}

function addTime({ means, covariance }: Moments, time: number, about: Float64Array, coefficients: Float64Array, residual: number): void {
	const times = means.length;
	let mean = about[time]!;
	let variance = residual;
	for (let j = 0; j < time; j++) {
		mean += coefficients[j]! * (means[j]! - about[j]!);
		let sum = 0;
		for (let i = 0; i < time; i++) sum += coefficients[i]! * covariance[i * times + j]!;
		covariance[time * times + j] = covariance[j * times + time] = sum;
		variance += coefficients[j]! * sum;
	}
	means[time] = mean;
	covariance[time * (times + 1)] = variance;
}
