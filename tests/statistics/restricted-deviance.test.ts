import { describe, expect, it } from 'vitest';
import { meanVariancesByLine } from '#lib/statistics/mean-variances-by-line.ts';
import { restrictedDeviance, type LinePattern, type OfLine } from '#lib/statistics/restricted-deviance.ts';
import fixture from './linear-mixed-model.json' with { type: 'json' };
import { patterns } from './patterns.ts';
import { relativeError } from './relative-error.ts';

const wide = fixture.cases.find(({ name }) => name === 'gaps and dropout over 6 sessions')?.wide ?? [];
const all: LinePattern[] = patterns(wide).map((pattern) => ({ ...pattern, slopes: pattern.times.map((time) => time - 2) }));
const lines: OfLine = [1.2, 0.1, 0.3];

/** The change by each variance and by the covariance, from values on both sides. */
function slopesOf(value: (at: OfLine) => number): number[] {
	const width = 1e-5;
	return [0, 1, 2].map((place) => {
		const at = (shift: number): OfLine => [lines[0] + (place === 0 ? shift : 0), lines[1] + (place === 1 ? shift : 0), lines[2] + (place === 2 ? shift : 0)];
		return (value(at(width)) - value(at(-width))) / (2 * width);
	});
}

/** What the trace of the matrix times a change of the lines' covariance is, by each of its three numbers. */
function traces([level, both, slope]: OfLine): number[] {
	return [level, 2 * both, slope];
}

describe('restrictedDeviance', () => {
	const parts = restrictedDeviance(all, 6, lines);

	it('has the derivatives that differences show', () => {
		expect(relativeError(traces(parts.determinantsByLine), slopesOf((at) => restrictedDeviance(all, 6, at).determinants))).toBeLessThan(1e-6);
		expect(relativeError(traces(parts.squaresByLine), slopesOf((at) => restrictedDeviance(all, 6, at).squares))).toBeLessThan(1e-6);
	});

	it('has the plain means where all were scored at the same times', () => {
		const single: LinePattern[] = [{ times: [0, 1], slopes: [0, 1], n: 2, sums: [6, 10], crossProducts: [[20, 30], [30, 52]] }];
		expect([...restrictedDeviance(single, 2, lines).means]).toEqual([expect.closeTo(3, 12), expect.closeTo(5, 12)]);
	});

	it('is least squares where episodes have no line of their own', () => {
		const { means, squares, covariance } = restrictedDeviance(all, 6, [0, 0, 0]);
		const columns = [0, 1, 2, 3, 4, 5].map((time) => wide.flatMap((row) => row[time] ?? []));
		const plain = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
		const around = columns.map((column, time) => column.reduce((sum, value) => sum + (value - (plain[time] ?? NaN)) ** 2, 0));
		expect(relativeError([...means], plain)).toBeLessThan(1e-12);
		expect(squares).toBeCloseTo(around.reduce((sum, value) => sum + value, 0), 9);
		columns.forEach((column, time) => expect(covariance[time * 7]).toBeCloseTo(1 / column.length, 12));
	});
});

describe('meanVariancesByLine', () => {
	it('has the derivatives that differences show, at each time', () => {
		const { covariance } = restrictedDeviance(all, 6, lines);
		meanVariancesByLine(all, covariance, 6, lines).forEach((change, time) => {
			expect(relativeError(traces(change), slopesOf((at) => restrictedDeviance(all, 6, at).covariance[time * 7] ?? NaN))).toBeLessThan(1e-6);
		});
	});
});
