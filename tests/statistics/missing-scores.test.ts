import { describe, expect, it } from 'vitest';
import { addCrossed } from '#lib/statistics/add-crossed.ts';
import { cholesky } from '#lib/statistics/cholesky.ts';
import { generalisedMeans } from '#lib/statistics/generalised-means.ts';
import { likelihoodSlopes } from '#lib/statistics/likelihood-slopes.ts';
import { meanInformation } from '#lib/statistics/mean-information.ts';
import { normalInformation } from '#lib/statistics/normal-information.ts';
import { normalLikelihood } from '#lib/statistics/normal-likelihood.ts';
import { residualVariances } from '#lib/statistics/residual-variances.ts';
import { rowProducts } from '#lib/statistics/row-products.ts';
import { symmetricProduct } from '#lib/statistics/symmetric-product.ts';
import { visitTree } from '#lib/statistics/visit-tree.ts';
import { extendInverse, walkVisits } from '#lib/statistics/walk-visits.ts';
import { whitenedInformation, whitenedSlopes } from '#lib/statistics/whitened-information.ts';
import fixture from './missing-scores.json' with { type: 'json' };
import { patterns } from './patterns.ts';
import { relativeError } from './relative-error.ts';

const times = 4;
const found = patterns(fixture.wide);
const tree = visitTree(found, [0, 0, 0, 0], [1, 1, 1, 1]);
const moments = { means: Float64Array.from(fixture.means), covariance: Float64Array.from(fixture.covariance.flat()) };
const root = cholesky(moments.covariance, times);
const expected = normalInformation(tree, moments, 'expected');

/** The rows of a symmetric matrix up to its diagonal, one after another. */
function triangle(matrix: readonly (readonly number[])[]): number[] {
	return matrix.flatMap((row, i) => row.slice(0, i + 1));
}

/** With room for another row and column, as `rowProducts` wants it. */
function roomy(matrix: readonly (readonly number[])[]): Float64Array {
	return Float64Array.from([...matrix, matrix.map(() => 0)].flatMap((row) => [...row, 0]));
}

describe('of scores with gaps and dropout', () => {
	it('visitTree gives the products of scale for those scored at all times, to 1e-8', () => {
		const { depths, offsets, products } = visitTree(found, fixture.centres, fixture.spreads);
		const offset = offsets[depths.indexOf(times)] ?? NaN;
		expect(relativeError([...products.subarray(offset, offset + 15)], triangle(fixture.standardised))).toBeLessThan(1e-8);
	});

	it('visitTree has below a node all that begins with its times', () => {
		const { depths, times: timeOf, offsets, below } = tree;
		const first = depths.findIndex((depth, node) => depth === 1 && timeOf[node] === 0);
		const offset = offsets[first] ?? NaN;
		expect(below[offset]).toBe(fixture.wide.filter(([score]) => score !== null).length);
		expect(below[offset + 1]).toBeCloseTo(fixture.wide.reduce((sum, [score]) => sum + (score ?? 0), 0), 10);
	});

	it('walkVisits gives the regression on the times before, and what extends to the inverse covariance, to 1e-8', () => {
		const inverse = new Float64Array(10);
		let last: number[] = [];
		walkVisits(tree, moments.covariance, (_, k, walk) => {
			if (k < 3) return;
			last = [...walk.contrast, walk.residual];
			extendInverse(inverse, walk, k);
		});
		expect(relativeError(last, [...fixture.contrast, fixture.residual])).toBeLessThan(1e-8);
		expect(relativeError([...inverse], triangle(fixture.inverse))).toBeLessThan(1e-8);
	});

	it('normalLikelihood gives the log-likelihood, and likelihoodSlopes its numerical derivatives, to 1e-8', () => {
		const likelihood = normalLikelihood(tree, moments);
		if (likelihood === undefined) throw new Error('not positive definite');
		expect(relativeError([likelihood.value], [fixture.logLikelihood])).toBeLessThan(1e-8);
		expect(relativeError([...likelihoodSlopes(likelihood)], fixture.slopes)).toBeLessThan(1e-8);
	});

	it('normalLikelihood gives nothing where the covariance is not positive definite', () => {
		expect(normalLikelihood(tree, { ...moments, covariance: new Float64Array(16).fill(1) })).toBeUndefined();
	});

	it('normalInformation gives minus the numerical second derivatives, to 1e-6 of the largest', () => {
		const observed = [...normalInformation(tree, moments, 'observed')];
		expect(relativeError(observed.map((value) => 1 + value / fixture.observed.largest), fixture.observed.beside.flat())).toBeLessThan(1e-6);
	});

	it('normalInformation gives half the traces of the products of inverses that are expected, to 1e-8', () => {
		expect(relativeError([...expected], fixture.expected.flat())).toBeLessThan(1e-8);
	});

	it('meanInformation gives the summed inverses and the derivatives by the means, to 1e-8', () => {
		const { information, score } = meanInformation(tree, moments);
		expect(relativeError([...information], fixture.information.flat())).toBeLessThan(1e-8);
		expect(relativeError([...score], fixture.score)).toBeLessThan(1e-8);
	});

	it('generalisedMeans gives their generalised least squares from wherever it starts, to 1e-8', () => {
		const { means, uncertainty, determinant } = generalisedMeans(tree, { ...moments, means: new Float64Array(times) });
		expect(relativeError([...means, ...uncertainty, determinant], [...fixture.fitted, ...fixture.uncertainty.flat(), fixture.determinant])).toBeLessThan(1e-8);
	});

	it('residualVariances gives what regressions on earlier scores leave, to 1e-8', () => {
		expect(relativeError(residualVariances(moments.covariance, times), fixture.residuals)).toBeLessThan(1e-8);
	});

	it('whitenedInformation gives what the numerical Jacobian of whitening does, to 1e-7 of the largest', () => {
		const whitened = [...whitenedInformation(expected, root, times)];
		expect(relativeError(whitened.map((value) => 1 + value / fixture.whitened.largest), fixture.whitened.beside.flat())).toBeLessThan(1e-7);
		expect(relativeError([...whitenedSlopes(Float64Array.from(fixture.slopes), root, times)], fixture.whitenedSlopes)).toBeLessThan(1e-7);
	});
});

describe('of matrices and vectors', () => {
	it('rowProducts gives tcrossprod, of an odd number of rows too, to 1e-8', () => {
		const result = new Float64Array(16);
		rowProducts(roomy(fixture.left), roomy(fixture.right), result, 3, 4);
		expect(relativeError([0, 1, 2].flatMap((i) => [...result.subarray(4 * i, 4 * i + 3)]), fixture.product.flat())).toBeLessThan(1e-8);
	});

	it('symmetricProduct gives the product of a triangle mirrored, to 1e-8', () => {
		const result = new Float64Array(3);
		symmetricProduct(result, Float64Array.from([99, ...triangle(fixture.left)]), 1, Float64Array.from(fixture.x), 3);
		expect(relativeError([...result], fixture.times)).toBeLessThan(1e-8);
	});

	it('addCrossed adds both outer products below the diagonal, each entry at its place, to 1e-8', () => {
		const places = Int32Array.of(0, 2, 3, 5, 6);
		const [x, y] = [Float64Array.from([...fixture.x, 0, 0]), Float64Array.from([...fixture.y, 0, 0])];
		const matrix = new Float64Array(49);
		addCrossed(matrix, 7, places, x, y, 5);
		const added = [0, 1, 2].flatMap((i) => [0, 1, 2].slice(0, i + 1).map((j) => matrix[(places[i] ?? NaN) * 7 + (places[j] ?? NaN)] ?? NaN));
		expect(relativeError(added, triangle(fixture.crossed))).toBeLessThan(1e-8);
	});
});
