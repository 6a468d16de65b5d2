import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftAndRight, lineShrinkage } from '#lib/statistics/line-shrinkage.ts';
import { sweep } from '#lib/statistics/sweep.ts';
import { relativeError } from './relative-error.ts';

const entry = fc.double({ min: -2, max: 2, noNaN: true });
const slopesOf = fc.uniqueArray(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 5 });

/** The inverse of I + Z·D·Z′ and its determinant, by elimination, and from it Z′·inv·Z. */
function byElimination(slopes: readonly number[], [level, both, slope]: readonly [number, number, number]) {
	const size = slopes.length;
	const inverse = Float64Array.from(slopes.flatMap((s, i) => slopes.map((t, j) => (i === j ? 1 : 0) + level + both * (s + t) + slope * s * t)));
	const determinant = slopes.reduce((product, _, i) => product * sweep(inverse, size, size, i), 1);
	const sumOf = (weight: (s: number, t: number) => number) =>
		slopes.reduce((total, s, i) => total + slopes.reduce((row, t, j) => row + weight(s, t) * (inverse[i * size + j] ?? NaN), 0), 0);
	return { inverse: [...inverse], determinant, information: [sumOf(() => 1), sumOf((s) => s), sumOf((s, t) => s * t)] };
}

describe('lineShrinkage', () => {
	it.each([
		{ what: 'a level and slope of their own', factor: fc.tuple(entry, entry, entry) },
		{ what: 'slopes that follow from levels', factor: fc.tuple(entry, entry, fc.constant(0)) },
		{ what: 'levels alone', factor: fc.tuple(entry, fc.constant(0), fc.constant(0)) },
	])('inverts the covariance of an episode with $what', ({ factor }) => {
		fc.assert(
			fc.property(slopesOf, factor, (slopes, [a, b, c]) => {
				const expected = byElimination(slopes, [a * a, a * b, b * b + c * c]);
				const { determinant, shrink, information } = lineShrinkage(slopes, [a * a, a * b, b * b + c * c]);
				const inverse = slopes.flatMap((s, i) => slopes.map((t, j) => (i === j ? 1 : 0) - shrink[0] - shrink[1] * (s + t) - shrink[2] * s * t));
				inverse.forEach((value, i) => expect(value).toBeCloseTo(expected.inverse[i] ?? NaN, 9));
				information.forEach((value, i) => expect(value).toBeCloseTo(expected.information[i] ?? NaN, 9));
				expect(relativeError([determinant], [expected.determinant])).toBeLessThan(1e-9);
			}),
			{ seed: 1, numRuns: 200 },
		);
	});

	it('turns sums of scores into weighted ones from left and right', () => {
		const [slopes, lines] = [[-1, 0, 2], [1.5, 0.3, 0.4]] as const;
		const { left, information } = lineShrinkage(slopes, lines);
		// of the covariance V itself the weighted sums are Z′·inv(V)·V·inv(V)·Z, and Z′·V·Z is S + S·D·S with S = Z′Z
		const [n, s, q] = [3, 1, 5];
		const [d, e, f] = lines;
		const within = [
			n + n * n * d + 2 * n * s * e + s * s * f,
			s + n * s * d + (n * q + s * s) * e + s * q * f,
			q + s * s * d + 2 * s * q * e + q * q * f,
		] as const;
		leftAndRight(left, within).forEach((value, i) => expect(value).toBeCloseTo(information[i] ?? NaN, 12));
	});
});
