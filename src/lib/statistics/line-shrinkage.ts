import type { OfLine } from './restricted-deviance.ts';

/** A 2 × 2 matrix, row by row. */
type Square = readonly [number, number, number, number];

export type LineShrinkage = Readonly<{ determinant: number; shrink: OfLine; left: Square; information: OfLine }>;

/**
 * How the scores of an episode with a line of its own hang together, as 2 × 2 matrices.
 *
 * With Z the constant and `slopes`, D the covariance of the lines over the noise's variance (it may be singular), and V = I + Z·D·Z′ the
 * covariance of the scores over the same: `determinant` is that of V, `shrink` the matrix T with inv(V) = I − Z·T·Z′, `left` inv(I + Z′Z·D), which
 * turns Z′ into Z′·inv(V), and `information` Z′·inv(V)·Z.
 *
 * R: `V <- diag(nrow(Z)) + Z %*% D %*% t(Z)`, `det(V)`, `solve(diag(2) + crossprod(Z) %*% D)`, `t(Z) %*% solve(V, Z)`; in line-parts.R
 */
export function lineShrinkage(slopes: readonly number[], [level, both, slope]: OfLine): LineShrinkage {
	const n = slopes.length;
	const sum = slopes.reduce((total, value) => total + value, 0);
	const squares = slopes.reduce((total, value) => total + value * value, 0);
	const apart = n * squares - sum * sum;
	const own = level * slope - both * both;
	const determinant = 1 + n * level + 2 * sum * both + squares * slope + apart * own;
	return {
		determinant,
		shrink: [(level + squares * own) / determinant, (both - sum * own) / determinant, (slope + n * own) / determinant],
		left: [
			(1 + sum * both + squares * slope) / determinant,
			-(n * both + sum * slope) / determinant,
			-(sum * level + squares * both) / determinant,
			(1 + n * level + sum * both) / determinant,
		],
		information: [(n + apart * slope) / determinant, (sum - apart * both) / determinant, (squares + apart * level) / determinant],
	};
}

/** left · inner · left′. R: `left %*% inner %*% t(left)` */
export function leftAndRight([a, b, c, d]: Square, [p, q, r]: OfLine): OfLine {
	return [a * a * p + 2 * a * b * q + b * b * r, a * c * p + (a * d + b * c) * q + b * d * r, c * c * p + 2 * c * d * q + d * d * r];
}
