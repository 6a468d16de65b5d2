import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '#lib/statistics/aalen-johansen.ts';
import { acceptabilityCurve } from '#lib/statistics/acceptability-curve.ts';
import { adjustedMeans } from '#lib/statistics/adjusted-means.ts';
import { clusterInterval } from '#lib/statistics/cluster-interval.ts';
import { clusterProportionInterval } from '#lib/statistics/cluster-proportion-interval.ts';
import { clusterWelchInterval } from '#lib/statistics/cluster-welch-interval.ts';
import { clusterWilsonInterval } from '#lib/statistics/cluster-wilson-interval.ts';
import { costEffectivenessPlane } from '#lib/statistics/cost-effectiveness-plane.ts';
import { costPerResponderBootstrap } from '#lib/statistics/cost-per-responder-bootstrap.ts';
import { countLimits } from '#lib/statistics/count-limits.ts';
import { fiellerInterval } from '#lib/statistics/fieller-interval.ts';
import { grayTest } from '#lib/statistics/gray-test.ts';
import { hajekMean } from '#lib/statistics/hajek-mean.ts';
import { intraclassCorrelation } from '#lib/statistics/intraclass-correlation.ts';
import { kaplanMeier } from '#lib/statistics/kaplan-meier.ts';
import { leastSquares } from '#lib/statistics/least-squares.ts';
import { linearMixedModel } from '#lib/statistics/linear-mixed-model.ts';
import { logRank } from '#lib/statistics/log-rank.ts';
import { logisticRegression } from '#lib/statistics/logistic-regression.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import { mmrm } from '#lib/statistics/mmrm.ts';
import { newcombeInterval } from '#lib/statistics/newcombe-interval.ts';
import { overDispersion } from '#lib/statistics/over-dispersion.ts';
import { overlapWeights } from '#lib/statistics/overlap-weights.ts';
import { proportionLimits } from '#lib/statistics/proportion-limits.ts';
import { randomEffects } from '#lib/statistics/random-effects.ts';
import { restrictedMmrm } from '#lib/statistics/restricted-mmrm.ts';
import { runRules } from '#lib/statistics/run-rules.ts';
import { seededUniform } from '#lib/statistics/seeded-uniform.ts';
import { shrunkenEstimates } from '#lib/statistics/shrunken-estimate.ts';
import { standardisedDifference } from '#lib/statistics/standardised-difference.ts';
import { welchInterval } from '#lib/statistics/welch-interval.ts';
import { xmrLimits } from '#lib/statistics/xmr-limits.ts';
import { patterns } from './patterns.ts';

/** Where a number is not finite, or null where all are. */
function notFinite(value: unknown, at = ''): string | null {
	if (typeof value === 'number') return Number.isFinite(value) ? null : `${at}: ${value}`;
	if (typeof value !== 'object' || value === null) return null;
	const parts = ArrayBuffer.isView(value) ? Object.entries(Array.from(Object.values(value))) : Object.entries(value);
	return parts.map(([name, part]) => notFinite(part, `${at}/${name}`)).find((each) => each !== null) ?? null;
}

const score = fc.integer({ min: 0, max: 3 });
const few = fc.integer({ min: 0, max: 4 });
const values = fc.array(score, { maxLength: 6 });
const groupsOfValues = fc.array(values, { maxLength: 5 });
const spread = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 5, noNaN: true }));
const sums = (own: readonly number[]) => ({ n: own.length, sum: own.reduce((all, value) => all + value, 0), squares: own.reduce((all, value) => all + value * value, 0) });
const sample = (own: readonly number[]) => {
	const { n, sum } = sums(own);
	const mean = n === 0 ? 0 : sum / n;
	return { n, mean, sd: n < 2 ? 0 : Math.sqrt(own.reduce((all, value) => all + (value - mean) ** 2, 0) / (n - 1)) };
};
const competing = fc.array(fc.tuple(few, few, few), { maxLength: 4 }).map((rows) => rows.map(([one, other, censored], i) => ({ time: i + 1, events: [one, other], censored })));
const single = fc.array(fc.tuple(few, few), { maxLength: 4 }).map((rows) => rows.map(([events, censored], i) => ({ time: i + 1, events, censored })));
const shares = fc.array(fc.tuple(few, few), { maxLength: 5 }).map((rows) => rows.map(([count, others]) => ({ count, n: count + others })));
const estimates = fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), spread), { maxLength: 5 }).map((rows) => rows.map(([estimate, se]) => ({ estimate, se })));
const designed = fc.array(fc.tuple(score, score, values, values), { maxLength: 5 }).map((rows) => rows.map(([a, b, first, second]) => ({ x: [1, a, b], first, second })));
const moments = fc.tuple(score, fc.integer({ min: -2, max: 2 }), spread, spread, fc.double({ min: -1, max: 1, noNaN: true })).map(([cost, effect, c, e, r]) => ({ cost, effect, costVariance: c, effectVariance: e, covariance: r * Math.sqrt(c * e) }));
const table = fc.array(fc.array(fc.option(score, { freq: 2 }), { minLength: 3, maxLength: 3 }), { maxLength: 14 }).map(patterns);
const outcomes = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }), { maxLength: 6 });

/** Counts by cluster of yes-or-no outcomes, as the intervals that allow for clusters take them. */
function clustered(clusters: readonly (readonly boolean[])[]) {
	const all = clusters.flat();
	const count = all.filter(Boolean).length;
	const p = all.length === 0 ? 0 : count / all.length;
	const pairs = clusters.flatMap((own) => own.flatMap((a, i) => own.slice(i + 1).map((b) => Number(a) + Number(b))));
	const of = (yes: number) => pairs.filter((each) => each === yes).length;
	return { count, n: all.length, clusters: clusters.length, squares: clusters.reduce((sum, own) => sum + (own.filter(Boolean).length - p * own.length) ** 2, 0), pairs: { both: of(2), one: of(1), neither: of(0) } };
}

/** A check that fails by throwing, with the input that broke it. */
function holds<T>(property: fc.IProperty<T>): () => void {
	return () => fc.assert(property, { seed: 1, numRuns: 200 });
}

const routines = {
	'aalenJohansen': holds(fc.property(competing, (counts) => notFinite(aalenJohansen(counts)) === null)),
	'aalenJohansen, of those observed': holds(fc.property(competing, (counts) => notFinite(aalenJohansen(counts.map((count) => ({ ...count, atRisk: count.events.reduce((sum, n) => sum + n, 0) + count.censored })))) === null)),
	'kaplanMeier': holds(fc.property(single, (counts) => notFinite(kaplanMeier(counts)) === null)),
	'logRank': holds(fc.property(fc.array(single, { maxLength: 4 }), (groups) => notFinite(logRank(groups).test) === null)),
	'logRank, with several courses of a patient': holds(fc.property(fc.array(single, { maxLength: 3 }), few, (groups, n) => {
		const pairs = groups.flatMap((counts, group) => counts.flatMap(({ time, events }) => (events > 1 ? [{ a: { group, time, event: true }, b: { group, time, event: true }, n }] : [])));
		return notFinite(logRank(groups, pairs).test) === null;
	})),
	'grayTest': holds(fc.property(fc.array(competing, { maxLength: 4 }), (groups) => notFinite(grayTest(groups)) === null)),
	'meanInterval and welchInterval': holds(fc.property(values, values, (a, b) => notFinite([meanInterval(sample(a)), welchInterval(sample(a), sample(b))]) === null)),
	'clusterWelchInterval': holds(fc.property(values, values, fc.double({ min: -1, max: 1, noNaN: true }), (a, b, covariance) => notFinite(clusterWelchInterval(sample(a), sample(b), { covariance, independent: 0.7 })) === null)),
	'newcombeInterval': holds(fc.property(shares, ([a, b]) => notFinite(a === undefined || b === undefined ? null : newcombeInterval(a, b)) === null)),
	'the intervals that allow for clusters': holds(fc.property(outcomes, (clusters) => {
		const found = clustered(clusters);
		return notFinite([clusterProportionInterval(found), clusterWilsonInterval(found.count, found.n, found.pairs), clusterInterval({ estimate: found.count, ...found })]) === null;
	})),
	'proportionLimits': holds(fc.property(shares, (baseline) => notFinite(proportionLimits(baseline, [1, 30])) === null)),
	'countLimits': holds(fc.property(groupsOfValues, (groups) => notFinite(countLimits(groups.filter((own) => own.length > 0).map((own) => ({ ...sums(own), count: sums(own).sum })), [1, 30])) === null)),
	'xmrLimits and runRules': holds(fc.property(values, (own) => notFinite([xmrLimits(own), runRules(own.map((value) => ({ value, centre: 1, reach: xmrLimits(own)?.reach ?? 0 })))]) === null)),
	'intraclassCorrelation': holds(fc.property(groupsOfValues, fc.double({ min: 1, max: 3, noNaN: true }), (groups, effect) => notFinite(intraclassCorrelation(groups.map((own) => ({ ...sums(own), sumSquares: sums(own).squares })), 0.95, effect)) === null)),
	'overDispersion': holds(fc.property(estimates, (units) => notFinite(overDispersion(units.map(({ estimate, se }) => ({ z: estimate, se })))) === null)),
	'randomEffects': holds(fc.property(estimates, (studies) => notFinite(randomEffects(studies)) === null)),
	'shrunkenEstimates': holds(fc.property(estimates, (units) => notFinite(shrunkenEstimates(units)) === null)),
	'standardisedDifference': holds(fc.property(score, score, spread, spread, (a, b, one, other) => notFinite(standardisedDifference({ mean: a, variance: one }, { mean: b, variance: other })) === null)),
	'leastSquares': holds(fc.property(designed, (cells) => notFinite(leastSquares(cells.filter(({ first }) => first.length > 0).map(({ x, first }) => ({ x, ...sums(first) })))) === null)),
	'logisticRegression': holds(fc.property(designed, (cells) => notFinite(logisticRegression(cells.map(({ x, first, second }) => ({ x, n: first.length + second.length, events: first.length })))) === null)),
	'overlapWeights': holds(fc.property(designed, (cells) => {
		const found = overlapWeights(cells.map(({ x, first, second }) => ({ x, first: sums(first), second: sums(second) })));
		return notFinite(found) === null;
	})),
	'adjustedMeans': holds(fc.property(fc.array(fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (groups) => {
		const mean = (own: readonly number[]) => own.reduce((sum, value) => sum + value, 0) / own.length;
		const means = groups.map((own) => {
			const [meanX, meanY] = [mean(own.map(([x]) => x)), mean(own.map(([, y]) => y))];
			const about = (of: (x: number, y: number) => number) => own.reduce((sum, [x, y]) => sum + of(x - meanX, y - meanY), 0);
			return { n: own.length, meanX, meanY, sxx: about((x) => x * x), sxy: about((x, y) => x * y), syy: about((_, y) => y * y) };
		});
		return notFinite(adjustedMeans(means)) === null;
	})),
	'hajekMean': holds(fc.property(fc.array(fc.tuple(fc.constantFrom(0, 1e-9, 1, 50), score), { maxLength: 5 }), (rows) => {
		const sum = (of: (w: number, y: number) => number) => rows.reduce((all, [w, y]) => all + of(w, y), 0);
		return notFinite(hajekMean({ weights: sum((w) => w), squares: sum((w) => w * w), scores: sum((w, y) => w * y), squareScores: sum((w, y) => w * w * y), squareProducts: sum((w, y) => w * w * y * y) })) === null;
	})),
	'fiellerInterval': holds(fc.property(moments, few, ({ cost, effect, costVariance, effectVariance, covariance }, df) => notFinite(fiellerInterval({ numerator: cost, denominator: effect, variance: costVariance, denominatorVariance: effectVariance, covariance, df })) === null)),
	'acceptabilityCurve and costEffectivenessPlane': holds(fc.property(moments, (own) => notFinite([acceptabilityCurve(own, [0, 1, 100]), costEffectivenessPlane(own, 5, seededUniform(1))]) === null)),
	'costPerResponderBootstrap': holds(fc.property(values, values, (responders, others) => notFinite(costPerResponderBootstrap(sample(responders), sample(others), { replicates: 50, uniform: seededUniform(1) })) === null)),
	'mmrm': holds(fc.property(table, (found) => notFinite(mmrm(found, 3)) === null)),
	'restrictedMmrm': holds(fc.property(table, (found) => notFinite(restrictedMmrm(found, 3)) === null)),
	'linearMixedModel': holds(fc.property(table, (found) => notFinite(linearMixedModel(found, [1, 2, 3])) === null)),
};

describe('of nobody, of one, of constant values, of values that separate', () => {
	it.each(Object.entries(routines))('%s says a number or nothing, and never fails', (_, check) => {
		expect(check).not.toThrow();
	});
});
