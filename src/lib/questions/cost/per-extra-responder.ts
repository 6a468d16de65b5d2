import { acceptabilityCurve } from '#lib/statistics/acceptability-curve.ts';
import { costEffectivenessPlane } from '#lib/statistics/cost-effectiveness-plane.ts';
import { fiellerInterval } from '#lib/statistics/fieller-interval.ts';
import { seededUniform } from '#lib/statistics/seeded-uniform.ts';
import { tQuantile } from '#lib/statistics/t-quantile.ts';
import type { ProtocolPair } from './result.ts';

const points = 200;
const steps = 20;
const seed = 1998;

type Names = Readonly<{ currency: string; protocol: string; against: string }>;
type Sums = Readonly<{
	n: number;
	againstN: number;
	ownCost: number;
	againstCost: number;
	ownEffect: number;
	againstEffect: number;
	cost: number;
	effect: number;
	clusters: number;
	costVariance: number | null;
	effectVariance: number | null;
	covariance: number | null;
}>;

/** One protocol against another: differences, price of an extra responder, plane and acceptability curve. */
export function perExtraResponder(row: Names & Sums): ProtocolPair {
	const { currency, protocol, against, n, againstN, cost, effect, costVariance, effectVariance, covariance, clusters } = row;
	if (costVariance === null || effectVariance === null || covariance === null) return { ...withheldPair(row), notEstimable: 'one patient alone had both protocols', suppressed: false };
	const difference = { cost, effect, costVariance, effectVariance, covariance };
	const fieller = fiellerInterval({ numerator: cost, denominator: effect, variance: costVariance, denominatorVariance: effectVariance, covariance, df: clusters - 1 });
	const margin = tQuantile(0.975, clusters - 1);
	const costInterval = about(cost, margin * Math.sqrt(costVariance));
	const effectInterval = about(effect, margin * Math.sqrt(effectVariance));
	const sure = [costInterval, effectInterval].every(({ lower, upper }) => lower > 0 || upper < 0);
	const reason = cost * effect > 0 ? ('reason' in fieller ? 'the shares of responders do not differ beyond chance, so the price of an extra one has no finite interval' : null) : unpriced(cost, effect, sure);
	return {
		...{ currency, protocol, against, n, againstN },
		difference: { ...difference, costInterval, effectInterval },
		perExtraResponder: reason !== null || 'reason' in fieller ? null : fieller,
		notEstimable: reason,
		plane: costEffectivenessPlane(difference, points, seededUniform(seed)),
		acceptability: acceptabilityCurve(difference, willingness(row)),
		suppressed: false,
	};
}

export function withheldPair({ currency, protocol, against }: Names): ProtocolPair {
	return { currency, protocol, against, n: null, againstN: null, difference: null, perExtraResponder: null, notEstimable: null, plane: [], acceptability: [], suppressed: true };
}

function unpriced(cost: number, effect: number, sure: boolean): string {
	if (effect === 0) return 'episodes of both protocols had the same share of responders';
	if (cost === 0) return 'episodes of both protocols cost the same';
	const better = effect > 0 ? 'episodes of the first protocol cost less and had more responders' : 'episodes of the first protocol cost more and had fewer responders';
	return `${better}${sure ? '' : ', though not both beyond chance'}: an extra one has no price`;
}

function about(estimate: number, margin: number) {
	return { lower: estimate - margin, upper: estimate + margin };
}

/** Amounts from nothing to twice what a responder costs under the dearer protocol, rounded up to a round number. */
function willingness({ ownCost, againstCost, ownEffect, againstEffect }: Sums): number[] {
	const costs = [ownEffect > 0 ? ownCost / ownEffect : ownCost, againstEffect > 0 ? againstCost / againstEffect : againstCost];
	const wanted = 2 * Math.max(...costs);
	if (!(wanted > 0)) return [];
	const power = 10 ** Math.floor(Math.log10(wanted));
	const largest = power * ([1, 2, 5].find((factor) => factor * power >= wanted) ?? 10);
	return Array.from({ length: steps + 1 }, (_, step) => (largest * step) / steps);
}
