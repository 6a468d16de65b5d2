import { completePatterns } from './complete-patterns.ts';
import { meanInformation } from './mean-information.ts';
import { prefixPrecisions } from './prefix-precisions.ts';
import type { StandardPattern } from './standardise-pattern.ts';
import { sweep } from './sweep.ts';

/**
 * Expected products of the scores of those who reached each time, means unknown, and the restricted log-likelihood.
 *
 * The expectation step of EM for the restricted likelihood, in which the gaps are filled, and the means have a flat prior. Element k
 * of `reached` has the sums of the scores of the episodes that were scored at time k or later as expected with the means that fit
 * best, and products such that those about the mean are as expected, whatever the means. `observed` are the `productsByLast`;
 * `regressions` is laid out as `sequentialRegressions` returns it, and its intercepts do not matter. The log-likelihood is without
 * its constant −log(2π)/2 for each score beyond the number of means.
 *
 * Laird NM, Ware JH (1982). Random-effects models for longitudinal data. Biometrics 38:963–974 (section 4).
 * R: none of its own; `restrictedMmrm`, which iterates it, is checked against `nlme::gls`
 */
export function restrictedCompletion(
	patterns: readonly StandardPattern[],
	observed: readonly Float64Array[],
	regressions: Float64Array,
	times: number,
): Readonly<{ reached: readonly Float64Array[]; logLikelihood: number }> {
	const width = times + 1;
	const { information, score, swept } = meanInformation(patterns, prefixPrecisions(regressions, times), times);
	let determinant = 0;
	for (let position = 1; position <= times; position++) determinant += Math.log(sweep(information, width, width, position));
	const gapped = patterns.filter(({ hidden }) => hidden.length > 0);
	const { products, logLikelihood } = completePatterns(gapped, observed, withMeans(regressions, information, score), times);
	const uncertain = uncertainty(patterns, swept, information, width);
	const reached: Float64Array[] = [];
	const of = { products: new Float64Array(width * width), moved: new Float64Array(width * width), hidden: new Float64Array(width * width) };
	for (let time = times - 1; time >= 0; time--) {
		const { moved, hidden, spread } = uncertain[time + 1]!;
		for (let i = 0; i < width * width; i++) {
			of.products[i]! += products[time + 1]![i]! + spread[i]!;
			of.moved[i]! += moved[i]!;
			of.hidden[i]! += hidden[i]!;
		}
		reached.unshift(lessMean(of, information, width, time + 1));
	}
	return { reached, logLikelihood: logLikelihood - determinant / 2 };
}

/** The regressions, their intercepts such that the means are the generalised least squares of the scores. */
function withMeans(regressions: Float64Array, covariance: Float64Array, score: Float64Array): Float64Array {
	const width = score.length;
	const change = score.map((_, i) => score.reduce((sum, value, j) => sum + covariance[i * width + j]! * value, 0));
	const moved = regressions.slice();
	for (let time = 0; time < width - 1; time++) {
		const offset = (time * (time + 3)) / 2;
		moved[offset]! += change[time + 1]!;
		for (let earlier = 1; earlier <= time; earlier++) moved[offset]! -= regressions[offset + earlier]! * change[earlier]!;
	}
	return moved;
}

/**
 * By the last position: the sum over episodes of how their hidden scores move with the means (a row for each score, a column for each
 * mean), that of the hidden scores' covariances where the means are known, and that of what the means' covariance adds to these.
 */
function uncertainty(patterns: readonly StandardPattern[], swept: readonly Float64Array[], covariance: Float64Array, width: number) {
	const zeros = () => new Float64Array(width * width);
	const totals = Array.from({ length: width }, () => ({ moved: zeros(), hidden: zeros(), spread: zeros() }));
	patterns.forEach(({ n, last, seen, hidden }, p) => {
		const { moved, hidden: ofHidden, spread } = totals[last]!;
		const precision = swept[p]!;
		const rows = hidden.map((h) => moving(h, seen, precision, width));
		const spreads = rows.map((row) => timesMatrix(row, covariance));
		hidden.forEach((h, a) => {
			for (let i = 1; i < width; i++) moved[h * width + i]! += n * rows[a]![i]!;
			hidden.forEach((g, b) => {
				ofHidden[h * width + g]! += n * precision[h * width + g]!;
				spread[h * width + g]! += n * dot(spreads[a]!, rows[b]!);
			});
		});
	});
	return totals;
}

function moving(hidden: number, seen: Int32Array, precision: Float64Array, width: number): Float64Array {
	const row = new Float64Array(width);
	for (const s of seen) if (s > 0) row[s] = precision[hidden * width + s]!;
	row[hidden] = 1;
	return row;
}

function timesMatrix(row: Float64Array, matrix: Float64Array): Float64Array {
	const width = row.length;
	const product = new Float64Array(width);
	for (let i = 0; i < width; i++) {
		const by = row[i]!;
		if (by !== 0) for (let j = 0; j < width; j++) product[j]! += by * matrix[i * width + j]!;
	}
	return product;
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}

/** The products less what the uncertainty of the sums adds to those about the mean. */
function lessMean(
	{ products, moved, hidden }: Readonly<{ products: Float64Array; moved: Float64Array; hidden: Float64Array }>,
	covariance: Float64Array,
	width: number,
	last: number,
): Float64Array {
	const less = products.slice();
	const n = products[0]!;
	for (let i = 1; i <= last; i++) {
		const spread = timesMatrix(moved.subarray(i * width, (i + 1) * width), covariance);
		for (let j = 1; j <= last; j++) less[i * width + j]! -= (hidden[i * width + j]! + dot(spread, moved.subarray(j * width, (j + 1) * width))) / n;
	}
	return less;
}
