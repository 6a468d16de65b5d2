import { informationProducts } from './information-products.ts';
import type { Moments } from './normal-likelihood.ts';
import type { VisitTree } from './visit-tree.ts';

/**
 * Information about the covariance matrix and the means of a multivariate normal some of whose scores are missing.
 *
 * `observed` is minus the second derivatives of the log-likelihood; `expected` is what these are expected to be if scores were missing
 * whatever their values. Row-major, with a row for each covariance, (0, 0), (1, 0), (1, 1), (2, 0) and so on, and then for each mean.
 *
 * Kenward MG, Molenberghs G (1998). Likelihood based frequentist inference when data are missing at random. Stat Sci 13:236–247.
 * R: `-numDeriv::hessian(logLikelihood, c(V[upper.tri(V, diag = TRUE)], mu))`; in missing-scores.R
 */
export function normalInformation(tree: VisitTree, moments: Moments, kind: 'observed' | 'expected'): Float64Array {
	const products = informationProducts(tree, moments, kind);
	const times = moments.means.length;
	const pairs = (times * (times + 1)) / 2;
	const size = pairs + times;
	const information = products.slice();
	const write = (row: number, column: number, value: number) => (information[row * size + column] = information[column * size + row] = value);
	for (let i = 0, row = 0; i < times; i++) {
		for (let j = 0; j <= i; j++, row++) {
			for (let k = 0, column = 0; k <= i; k++) {
				for (let l = 0; l <= k && column <= row; l++, column++) {
					const halves = (i === j ? 0.5 : 1) * (k === l ? 0.5 : 1);
					write(row, column, halves * (below(products, size, pair(i, l), pair(j, k)) + below(products, size, pair(i, k), pair(j, l))));
				}
			}
			for (let time = 0; time < times; time++) {
				const one = products[(pairs + i) * size + pair(time, j)]!;
				write(pairs + time, row, i === j ? one : one + products[(pairs + j) * size + pair(time, i)]!);
			}
		}
		for (let j = 0; j <= i; j++) write(pairs + i, pairs + j, products[(pairs + i) * size + pairs + j]!);
	}
	return information;
}

function pair(i: number, j: number): number {
	return i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i;
}

function below(matrix: Float64Array, size: number, row: number, column: number): number {
	return row >= column ? matrix[row * size + column]! : matrix[column * size + row]!;
}
