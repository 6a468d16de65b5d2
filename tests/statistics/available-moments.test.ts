import { describe, expect, it } from 'vitest';
import { availableMoments } from '#lib/statistics/available-moments.ts';
import { residualVariances } from '#lib/statistics/residual-variances.ts';
import { visitTree } from '#lib/statistics/visit-tree.ts';
import fixture from './available-moments.json' with { type: 'json' };
import { patterns } from './patterns.ts';
import { relativeError } from './relative-error.ts';

type Wide = readonly (readonly (number | null)[])[];

function treeOf(wide: Wide) {
	const times = wide[0]?.length ?? 0;
	return visitTree(patterns(wide), Array<number>(times).fill(0), Array<number>(times).fill(1));
}

describe('availableMoments', () => {
	it.each([
		{ what: 'the likelihood', restricted: 0, expected: fixture.likeliest },
		{ what: 'the restricted likelihood', restricted: 1, expected: fixture.restricted },
	] as const)('are those of lm at the maximum of $what under monotone dropout, to 1e-10', ({ restricted, expected }) => {
		const { means, covariance } = availableMoments(treeOf(fixture.wide), 4, restricted);
		expect(relativeError([...means, ...covariance], [...expected.means, ...expected.covariance.flat()])).toBeLessThan(1e-10);
	});

	it('leave out a predictor that follows from earlier ones', () => {
		const wide = fixture.wide.slice(18).map(([a = null, , c = null]) => [a, a === null ? null : 2 * a, c]);
		const { covariance } = availableMoments(treeOf(wide), 3, 0);
		expect(residualVariances(covariance, 3)[1]).toBeLessThan(1e-8);
		expect(residualVariances(covariance, 3)[2]).toBeGreaterThan(0.1);
	});

	it('are positive definite where what was seen of each two scores cannot be true of all three', () => {
		const apart: Wide = [...[1, 2, 3, 4].map((score) => [score, score, null]), ...[1, 2, 3, 4].map((score) => [null, score, score]), ...[1, 2, 3, 4].map((score) => [score, null, -score])];
		const { covariance } = availableMoments(treeOf(apart), 3, 0);
		residualVariances(covariance, 3).forEach((residual) => expect(residual).toBeGreaterThan(0));
	});
});
