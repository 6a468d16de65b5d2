import { describe, expect, it } from 'vitest';
import { overDispersion } from '#lib/statistics/over-dispersion.ts';
import fixture from './over-dispersion.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const units = (z: readonly number[], se: readonly number[]) => z.map((each, i) => ({ z: each, se: se[i] ?? NaN }));

describe('overDispersion', () => {
	it.each(fixture.cases)('equals the formula in R to 1e-10, a share of $share winsorised', ({ z, se, share, phi, tau2 }) => {
		const found = overDispersion(units(z, se), share);
		expect(relativeError([found?.phi ?? NaN, found?.tau2 ?? NaN], [phi, tau2])).toBeLessThan(1e-10);
	});

	it('is the estimator of DerSimonian and Laird in metafor, to 1e-8, about the weighted mean and without winsorising', () => {
		const { z, se, tau2 } = fixture.pooled;
		expect(relativeError([overDispersion(units(z, se), 0)?.tau2 ?? NaN], [tau2])).toBeLessThan(1e-8);
	});

	it('winsorises a tenth at each end unless told otherwise', () => {
		const [first] = fixture.cases;
		expect(overDispersion(units(first?.z ?? [], first?.se ?? []))?.phi).toBeCloseTo(first?.phi ?? NaN, 12);
	});

	it('is undefined for one unit, and without a standard error', () => {
		expect(overDispersion([{ z: 1, se: 1 }])).toBeUndefined();
		expect(overDispersion([{ z: 1, se: 0 }, { z: 1, se: 1 }])).toBeUndefined();
	});

	it('is none where all units are on the target', () => {
		expect(overDispersion([{ z: 0, se: 1 }, { z: 0, se: 1 }])).toEqual({ phi: 0, tau2: 0 });
	});
});
