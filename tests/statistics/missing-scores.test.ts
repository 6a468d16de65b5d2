import { describe, expect, it } from 'vitest';
import { completePatterns } from '#lib/statistics/complete-patterns.ts';
import { meanInformation } from '#lib/statistics/mean-information.ts';
import { meanVariances } from '#lib/statistics/mean-variances.ts';
import { missingInformation } from '#lib/statistics/missing-information.ts';
import { momentsGivenSeen } from '#lib/statistics/moments-given-seen.ts';
import { prefixPrecisions } from '#lib/statistics/prefix-precisions.ts';
import { productsByLast } from '#lib/statistics/products-by-last.ts';
import { regressionMoments } from '#lib/statistics/regression-moments.ts';
import { regressionOnEarlier } from '#lib/statistics/regression-on-earlier.ts';
import { standardisePattern } from '#lib/statistics/standardise-pattern.ts';
import fixture from './missing-scores.json' with { type: 'json' };
import { patterns } from './patterns.ts';
import { relativeError } from './relative-error.ts';

const times = 4;
const regressions = Float64Array.from(fixture.regressions);
const found = patterns(fixture.wide);
const plain = found.map((pattern) => standardisePattern(pattern, [0, 0, 0, 0], [1, 1, 1, 1]));
const gapped = plain.filter(({ hidden }) => hidden.length > 0);
const precisions = prefixPrecisions(regressions, times);

/** The rows and columns from 1 on of a matrix, row by row. */
function scoresOf(matrix: ArrayLike<number>, size: number): number[] {
	return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => matrix[(i + 1) * (times + 1) + j + 1] ?? NaN)).flat();
}

describe('of scores with gaps and dropout', () => {
	it('standardisePattern gives the products of scale, to 1e-8', () => {
		const whole = found.filter((pattern) => pattern.times.length === times).map((pattern) => standardisePattern(pattern, fixture.centres, fixture.spreads));
		expect(relativeError([...(whole[0]?.products ?? [])], fixture.standardised.flat())).toBeLessThan(1e-8);
	});

	it('productsByLast gives those of crossprod by the last score, to 1e-8', () => {
		expect(relativeError(productsByLast(plain, times).flatMap((products) => [...products]), fixture.byLast.flat(2))).toBeLessThan(1e-8);
	});

	it('regressionMoments gives the means and covariance that the regressions are of, to 1e-8', () => {
		const { means, covariance, residuals } = regressionMoments(regressions, times);
		expect(relativeError([...means, ...covariance.flat(), ...residuals], [...fixture.means, ...fixture.covariance.flat(), ...fixture.residuals])).toBeLessThan(1e-8);
	});

	it('prefixPrecisions gives the inverses of solve, to 1e-8', () => {
		const inverses = fixture.precisions.map((each) => [each].flat(2));
		expect(relativeError(precisions.slice(1).flatMap((precision, m) => scoresOf(precision, m + 1)), inverses.flat())).toBeLessThan(1e-8);
	});

	it('regressionOnEarlier gives the coefficients of lm, to 1e-8', () => {
		const written = new Float64Array(regressions.length);
		const width = times + 1;
		const reached = new Float64Array(width * width);
		fixture.reached.forEach((row, i) => row.forEach((value, j) => (reached[i * width + j] = value)));
		regressionOnEarlier(written, reached, width, 2, 20);
		expect(relativeError([...written.subarray(5, 9)], fixture.regression)).toBeLessThan(1e-8);
	});

	it('momentsGivenSeen gives the conditional moments of a normal, to 1e-8', () => {
		const pattern = gapped.find(({ last, hidden }) => last === 3 && hidden.join() === '2');
		if (pattern === undefined) throw new Error('no such pattern');
		const { products, covariance } = momentsGivenSeen(pattern, precisions[3] ?? new Float64Array(), regressions, times);
		expect(pattern.n).toBe(fixture.gapped.n);
		expect(relativeError([...products], fixture.gapped.products.flat())).toBeLessThan(1e-8);
		expect(relativeError([...covariance], fixture.gapped.covariance.flat())).toBeLessThan(1e-8);
	});

	it('completePatterns gives the expected products and the log-likelihood, to 1e-8', () => {
		const { products, logLikelihood } = completePatterns(gapped, productsByLast(plain, times), regressions, times);
		expect(relativeError(products.flatMap((each) => [...each]), fixture.filled.flat(2))).toBeLessThan(1e-8);
		expect(relativeError([logLikelihood], [fixture.logLikelihood])).toBeLessThan(1e-8);
	});

	it('meanInformation gives the summed inverses and the derivatives by the means, to 1e-8', () => {
		const { information, score } = meanInformation(plain, precisions, times);
		expect(relativeError(scoresOf(information, times), fixture.information.flat())).toBeLessThan(1e-8);
		expect(relativeError([...score.subarray(1)], fixture.score)).toBeLessThan(1e-8);
	});

	it('meanVariances gives the diagonal of its inverse, to 1e-8', () => {
		expect(relativeError(meanVariances(plain, regressions, times), fixture.variances)).toBeLessThan(1e-8);
	});

	it('missingInformation gives what numerical second derivatives of the complete and the observed likelihood differ by, to 1e-6 of the largest', () => {
		const lost = [...missingInformation(gapped, regressions, times)];
		expect(relativeError(lost.map((value) => 1 + value / fixture.largest), fixture.missing.flat())).toBeLessThan(1e-6);
	});
});
