import { expect, it } from 'vitest';
import { seededUniform } from '#lib/statistics/seeded-uniform.ts';
import fixture from './seeded-uniform.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

it.each(fixture.cases)('gives the numbers that the same arithmetic gives in R, for seed $seed', ({ seed, uniforms }) => {
	const uniform = seededUniform(seed);
	expect(relativeError(uniforms.map(() => uniform()), uniforms)).toBeLessThan(1e-15);
});
