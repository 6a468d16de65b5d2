import type { StandardPattern } from './standardise-pattern.ts';
import { sweep } from './sweep.ts';

/**
 * Moments, given the scores seen in a pattern with gaps, of all its scores up to the last and of the residuals that gaps make unknown.
 *
 * The variables are the constant and the scores, at positions 0 to `last`, then the residuals of the regressions from `first` on,
 * the time of the first gap. `products` are the summed products of their means over the pattern's episodes, `covariance` their
 * covariance in one episode, both row-major with rows of `width`. `precision` is the element of `prefixPrecisions` for the
 * pattern's last position, and `regressions` is laid out as `sequentialRegressions` returns it.
 *
 * Anderson TW (2003). An Introduction to Multivariate Statistical Analysis, 3rd ed., section 2.5.
 * R: `V[h, s] %*% solve(V[s, s])` and `V[h, h] - V[h, s] %*% solve(V[s, s]) %*% V[s, h]`, h hidden and s seen
 */
export function momentsGivenSeen(
	{ seen, hidden, last, products }: StandardPattern,
	precision: Float64Array,
	regressions: Float64Array,
	times: number,
): Readonly<{ first: number; width: number; products: Float64Array; covariance: Float64Array }> {
	const swept = precision.slice();
	for (const position of hidden) sweep(swept, times + 1, last + 1, position, hidden);
	const first = hidden[0]! - 1;
	const width = last + 1 + last - first;
	const onSeen = new Float64Array(width * seen.length);
	const onHidden = new Float64Array(width * hidden.length);
	seen.forEach((position, a) => (onSeen[position * seen.length + a] = 1));
	hidden.forEach((position, h) => {
		onHidden[position * hidden.length + h] = 1;
		seen.forEach((other, a) => (onSeen[position * seen.length + a] = -swept[position * (times + 1) + other]!));
	});
	addResiduals(onSeen, seen.length, { first, last }, regressions);
	addResiduals(onHidden, hidden.length, { first, last }, regressions);
	const ofHidden = Float64Array.from(hidden.flatMap((g) => hidden.map((h) => swept[g * (times + 1) + h]!)));
	return { first, width, products: quadratic(onSeen, products, seen.length), covariance: quadratic(onHidden, ofHidden, hidden.length) };
}

function addResiduals(rows: Float64Array, size: number, { first, last }: { first: number; last: number }, regressions: Float64Array): void {
	for (let time = first; time < last; time++) {
		const offset = (time * (time + 3)) / 2;
		const start = (last + 1 + time - first) * size;
		for (let a = 0; a < size; a++) {
			let residual = rows[(time + 1) * size + a]!;
			for (let predictor = 0; predictor <= time; predictor++) residual -= regressions[offset + predictor]! * rows[predictor * size + a]!;
			rows[start + a] = residual;
		}
	}
}

// rows · inner · rowsᵀ
function quadratic(rows: Float64Array, inner: Float64Array, size: number): Float64Array {
	const width = rows.length / size;
	const result = new Float64Array(width * width);
	const row = new Float64Array(size);
	for (let i = 0; i < width; i++) {
		row.fill(0);
		for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) row[b]! += rows[i * size + a]! * inner[a * size + b]!;
		for (let j = 0; j <= i; j++) {
			let sum = 0;
			for (let b = 0; b < size; b++) sum += row[b]! * rows[j * size + b]!;
			result[i * width + j] = result[j * width + i] = sum;
		}
	}
	return result;
}
