import { expect, test } from 'vitest';
import { steadyAudit } from '../../../scripts/lighthouse/steady-audit.ts';

async function performanceOf(...runs: readonly number[]) {
	const left = [...runs];
	const audit = async () => ({ scores: { performance: left.shift() ?? 0, accessibility: 100, 'best-practices': 100, seo: 100 }, failed: [] });
	const { scores } = await steadyAudit(audit, 95);
	return { performance: scores.performance, runs: runs.length - left.length };
}

test('a page that is fast enough is measured once', async () => {
	expect(await performanceOf(95, 10, 10)).toEqual({ performance: 95, runs: 1 });
});

test('a page that is not is measured three times, and neither the best nor the worst run counts', async () => {
	expect(await performanceOf(80, 99, 96)).toEqual({ performance: 96, runs: 3 });
	expect(await performanceOf(94, 90, 70)).toEqual({ performance: 90, runs: 3 });
});
