import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '#lib/statistics/kaplan-meier.ts';
import fixture from './kaplan-meier.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('kaplanMeier', () => {
	it.each(fixture.cases)('equals survfit to 1e-8 ($name, level $level)', ({ counts, level, points }) => {
		const fit = kaplanMeier(counts, level)?.points ?? [];
		const flat = (rows: readonly { survival: number; se: number; lower?: number | null; upper?: number | null }[]) =>
			rows.flatMap(({ survival, se, lower, upper }) => [survival, survival === 0 ? 0 : se, lower ?? -1, upper ?? -1]);
		expect(relativeError(flat(fit), flat(points.map((point) => ({ ...point, se: point.se ?? 0 }))))).toBeLessThan(1e-8);
	});

	it.each(fixture.cases)('has the median and limits that survfit’s curve has ($name, level $level)', ({ counts, level, median }) => {
		const found = kaplanMeier(counts, level)?.median ?? {};
		expect([found.estimate ?? null, found.lower ?? null, found.upper ?? null]).toEqual([median.estimate, median.lower, median.upper]);
	});

	it('says nothing of nobody', () => expect(kaplanMeier([])).toBeUndefined());

	it('has no limits where nothing happened', () => {
		expect(kaplanMeier([{ time: 1, events: 0, censored: 3 }])).toEqual({ n: 3, points: [{ time: 1, atRisk: 3, events: 0, censored: 3, survival: 1, se: 0 }], median: {} });
	});

	it('of one patient with the event ends at zero', () => {
		expect(kaplanMeier([{ time: 2, events: 1, censored: 0 }])).toMatchObject({ points: [{ survival: 0, se: 0 }], median: { estimate: 2, lower: 2 } });
	});

	it('refuses negative counts', () => expect(() => kaplanMeier([{ time: 1, events: -1, censored: 3 }])).toThrow(RangeError));
});
