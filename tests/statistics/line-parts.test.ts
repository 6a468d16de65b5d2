import { describe, expect, it } from 'vitest';
import { leftAndRight, lineShrinkage } from '#lib/statistics/line-shrinkage.ts';
import { meanVariancesByLine } from '#lib/statistics/mean-variances-by-line.ts';
import { restrictedDeviance, type OfLine } from '#lib/statistics/restricted-deviance.ts';
import fixture from './line-parts.json' with { type: 'json' };
import { patterns } from './patterns.ts';
import { relativeError } from './relative-error.ts';

const [level = NaN, both = NaN, slope = NaN] = fixture.lines;
const lines: OfLine = [level, both, slope];
const all = patterns(fixture.wide).map((pattern) => ({ ...pattern, slopes: pattern.times.map((time) => fixture.slopes[time] ?? NaN) }));
const parts = restrictedDeviance(all, 4, lines);

/** What the trace of the matrix times a change of the lines' covariance is, by each of its three numbers. */
function traces([ofLevel, ofBoth, ofSlope]: OfLine): number[] {
	return [ofLevel, 2 * ofBoth, ofSlope];
}

describe('of episodes with a line of their own', () => {
	it.each(fixture.single)('lineShrinkage gives the matrices of solve, to 1e-8', ({ slopes, determinant, left, information, inverse, leftAndRight: turned }) => {
		const at = [slopes].flat();
		const found = lineShrinkage(at, lines);
		const inverted = at.flatMap((s, i) => at.map((t, j) => (i === j ? 1 : 0) - found.shrink[0] - found.shrink[1] * (s + t) - found.shrink[2] * s * t));
		expect(relativeError([found.determinant, ...found.left, ...found.information], [determinant, ...left, ...information])).toBeLessThan(1e-8);
		expect(relativeError(inverted, [inverse].flat(2))).toBeLessThan(1e-8);
		expect(relativeError(leftAndRight(found.left, [2, 0.4, 1.1]), turned)).toBeLessThan(1e-8);
	});

	it('restrictedDeviance gives the generalised least squares and the parts of the likelihood, to 1e-8', () => {
		const { means, covariance, determinants, squares } = fixture.parts;
		expect(relativeError([...parts.means, ...parts.covariance], [...means, ...covariance.flat()])).toBeLessThan(1e-8);
		expect(relativeError([parts.determinants, parts.squares], [determinants, squares])).toBeLessThan(1e-8);
	});

	it('and their derivatives, to 1e-6 of the numerical ones', () => {
		expect(relativeError([...traces(parts.determinantsByLine), ...traces(parts.squaresByLine)], [...fixture.determinantsByLine, ...fixture.squaresByLine])).toBeLessThan(1e-6);
	});

	it('meanVariancesByLine gives those of the variances, to 1e-6 of the numerical ones', () => {
		expect(relativeError(meanVariancesByLine(all, parts.covariance, 4, lines).flatMap(traces), fixture.variancesByLine.flat())).toBeLessThan(1e-6);
	});
});
