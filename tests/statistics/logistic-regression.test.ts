import { describe, expect, it } from 'vitest';
import { logisticRegression } from '#lib/statistics/logistic-regression.ts';
import fixture from './logistic-regression.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const separated = { reason: 'the predictors separate those with the event from those without' };

describe('logisticRegression', () => {
	it.each(fixture.cases)('equals glm to 1e-8 for $size patients', ({ x, n, sum, coefficients, covariance, probabilities }) => {
		const fit = logisticRegression(x.map((row, i) => ({ x: row, n: n[i] ?? NaN, events: sum[i] ?? NaN })));
		if ('reason' in fit) throw new Error(fit.reason);
		expect(relativeError(fit.coefficients.map((each) => each ?? NaN), coefficients)).toBeLessThan(1e-8);
		expect(relativeError([...fit.covariance], covariance.flat())).toBeLessThan(1e-8);
		expect(relativeError(fit.probabilities, probabilities)).toBeLessThan(1e-8);
	});

	it('gives no coefficient to what earlier predictors determine', () => {
		const fit = logisticRegression([{ x: [1, 0, 1], n: 10, events: 4 }, { x: [1, 1, 0], n: 10, events: 6 }]);
		expect(fit).toMatchObject({ coefficients: [Math.log(4 / 6), 2 * Math.log(6 / 4), undefined].map((each) => (each === undefined ? each : expect.closeTo(each, 10))) });
	});

	it('gives a reason where a category has only events', () => {
		expect(logisticRegression([{ x: [1, 0], n: 10, events: 4 }, { x: [1, 1], n: 10, events: 10 }])).toEqual(separated);
	});

	it('gives a reason where a score tells the groups apart', () => {
		expect(logisticRegression([-2, -1, 1, 2].map((score) => ({ x: [1, score], n: 5, events: score > 0 ? 5 : 0 })))).toEqual(separated);
	});

	it('gives a reason for nobody, and where all or none have the event', () => {
		const reason = { reason: 'all patients are in one group' };
		expect(logisticRegression([])).toEqual(reason);
		expect(logisticRegression([{ x: [1], n: 3, events: 3 }])).toEqual(reason);
	});
});
