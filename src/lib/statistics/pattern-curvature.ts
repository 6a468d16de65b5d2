import { rowProducts } from './row-products.ts';
import { symmetricProduct } from './symmetric-product.ts';
import type { VisitTree } from './visit-tree.ts';

/**
 * How the likelihood of one pattern of visits bends: P·S·P − n·P/2, a lower triangle row by row, and after it P·d, into `curvature`.
 *
 * P is the inverse covariance matrix of the scores seen, `precision`, a lower triangle too, S their products about the `means`, and d their
 * sums about these. Before, `curvature` must be n·P/2.
 *
 * R: `P %*% S %*% P - n * P / 2`, `P %*% d`; by what is made of them, in missing-scores.R
 */
export function patternCurvature({ offsets, products }: VisitTree, means: Float64Array) {
	const width = means.length + 1;
	const square = () => new Float64Array(width * width);
	const [whole, about, between, result] = [square(), square(), square(), square()];
	const sums = new Float64Array(width);
	const pull = new Float64Array(width);
	return (node: number, path: Int32Array, k: number, precision: Float64Array, curvature: Float64Array): void => {
		writeAbout(about, sums, products, offsets[node]!, path, k, means);
		unfold(whole, precision, k, width);
		rowProducts(whole, about, between, k + 1, width);
		rowProducts(between, whole, result, k + 1, width);
		let at = 0;
		for (let i = 0; i <= k; i++) for (let j = 0; j <= i; j++, at++) curvature[at] = result[i * width + j]! - curvature[at]!;
		symmetricProduct(pull, precision, 0, sums, k + 1);
		for (let i = 0; i <= k; i++) curvature[at++] = pull[i]!;
	};
}

function writeAbout(about: Float64Array, sums: Float64Array, products: Float64Array, offset: number, path: Int32Array, k: number, means: Float64Array): void {
	const width = means.length + 1;
	const n = products[offset]!;
	for (let i = 0, at = offset + 1; i <= k; i++) {
		const mean = means[path[i]!]!;
		const sum = products[at++]!;
		sums[i] = sum - n * mean;
		for (let j = 0; j <= i; j++) {
			const product = products[at++]! - mean * sums[j]! - means[path[j]!]! * sum;
			about[i * width + j] = about[j * width + i] = product;
		}
	}
}

function unfold(whole: Float64Array, triangle: Float64Array, k: number, width: number): void {
	for (let i = 0, at = 0; i <= k; i++) for (let j = 0; j <= i; j++) whole[i * width + j] = whole[j * width + i] = triangle[at++]!;
}
