import { describe, expect, it } from 'vitest';
import { estimableScores } from '#lib/statistics/estimable-scores.ts';
import { leadingPatterns } from '#lib/statistics/leading-patterns.ts';
import type { Pattern } from '#lib/statistics/mmrm.ts';
import { cohort } from './cohort.ts';
import { patterns } from './patterns.ts';

const many = patterns([...cohort(3, { episodes: 6000, times: 8, gaps: 0 }), ...cohort(4, { episodes: 500, times: 8, gaps: 0.4 })]);

function leading(found: readonly Pattern[]) {
	const scores = estimableScores(found, 8);
	if ('reason' in scores) throw new Error(scores.reason);
	return leadingPatterns(found, scores.together);
}

/** Of the episodes scored at both times. */
function shareHeld(held: readonly Pattern[], i: number, j: number): number {
	const counted = (all: readonly Pattern[]) => all.reduce((sum, { times, n }) => sum + (times.includes(i) && times.includes(j) ? n : 0), 0);
	return counted(held) / counted(many);
}

describe('leadingPatterns', () => {
	it('are few, and hold nine tenths of the episodes scored at each two times', () => {
		const held = leading(many)?.patterns ?? [];
		expect(held.length).toBeLessThan(many.length / 5);
		for (let i = 0; i < 8; i++) for (let j = 0; j <= i; j++) expect(shareHeld(held, i, j)).toBeGreaterThanOrEqual(0.9);
	});

	it('are told with the shares they hold, of each two times and then of each time', () => {
		const found = leading(many);
		const held = found?.patterns ?? [];
		const two = Array.from({ length: 8 }, (_, i) => Array.from({ length: i + 1 }, (_each, j) => shareHeld(held, i, j))).flat();
		expect([...(found?.shares ?? [])]).toEqual([...two, ...Array.from({ length: 8 }, (_, i) => shareHeld(held, i, i))].map((share) => expect.closeTo(share, 12)));
	});

	it('are none of few patterns, nor where many patterns are alike in episodes', () => {
		expect(leading(patterns(cohort(3, { episodes: 6000, times: 8, gaps: 0 })))).toBe(undefined);
		expect(leading(patterns(cohort(4, { episodes: 2000, times: 8, gaps: 0.4 })))).toBe(undefined);
	});

	it('do not count times past those asked for', () => {
		const scores = estimableScores(many, 4);
		if ('reason' in scores) throw new Error(scores.reason);
		expect(leadingPatterns(many, scores.together)?.shares.length).toBe(14);
	});
});
