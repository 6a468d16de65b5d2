import { describe, expect, it } from 'vitest';
import { availableMoments } from '#lib/statistics/available-moments.ts';
import { climb } from '#lib/statistics/climb.ts';
import { estimableScores } from '#lib/statistics/estimable-scores.ts';
import { leadingPatterns } from '#lib/statistics/leading-patterns.ts';
import { likelihoodTop } from '#lib/statistics/likelihood-top.ts';
import { normalLikelihood } from '#lib/statistics/normal-likelihood.ts';
import { cohort } from './cohort.ts';
import { patterns } from './patterns.ts';
import { relativeError } from './relative-error.ts';

describe('likelihoodTop', () => {
	it.each([1, 2, 3])('of many patterns, few of which hold most episodes, is where a climb of all leads, made-up cohort %i', (seed) => {
		const found = patterns([...cohort(seed, { episodes: 6000, times: 8, gaps: 0 }), ...cohort(seed + 10, { episodes: 500, times: 8, gaps: 0.4 })]);
		const scores = estimableScores(found, 8);
		if ('reason' in scores) throw new Error(scores.reason);
		expect(leadingPatterns(found, scores.together)).toBeDefined();
		const { tree } = scores;
		const all = climb(tree, (moments) => normalLikelihood(tree, moments), availableMoments(tree, 8, 0));
		const top = likelihoodTop(found, scores);
		expect(top.converged).toBe(true);
		expect(top.value).toBeCloseTo(all.value, 7);
		expect(relativeError([...top.moments.means].map((mean) => 1 + mean), [...all.moments.means].map((mean) => 1 + mean))).toBeLessThan(1e-8);
		expect(relativeError([...top.moments.covariance], [...all.moments.covariance])).toBeLessThan(1e-8);
	});
});
