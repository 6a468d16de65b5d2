import { costPerResponderBootstrap } from '#lib/statistics/cost-per-responder-bootstrap.ts';
import { fiellerInterval } from '#lib/statistics/fieller-interval.ts';
import { seededUniform } from '#lib/statistics/seeded-uniform.ts';
import type { Part, ResponderCost } from './result.ts';

const replicates = 2000;
const seed = 1954;

type Place = Readonly<{ currency: string; part: Part; name: string }>;
type Sums = Readonly<{
	n: number;
	patients: number;
	responders: number;
	responderMean: number | null;
	responderSd: number | null;
	otherMean: number | null;
	otherSd: number | null;
	cost: number;
	responded: number;
	costVariance: number | null;
	respondedVariance: number | null;
	covariance: number | null;
}>;

/** All costs by the number of responders, with both intervals. */
export function perResponder(row: Place & Sums): ResponderCost {
	const { currency, part, name, n, responders, responderMean, responderSd, otherMean, otherSd } = row;
	const fieller = fiellerInterval({
		numerator: row.cost,
		denominator: row.responded,
		variance: row.costVariance ?? 0,
		denominatorVariance: row.respondedVariance ?? 0,
		covariance: row.covariance ?? 0,
		df: row.patients - 1,
	});
	const bootstrap = costPerResponderBootstrap(
		{ n: responders, mean: responderMean ?? 0, sd: responderSd ?? 0 },
		{ n: n - responders, mean: otherMean ?? 0, sd: otherSd ?? 0 },
		{ replicates, uniform: seededUniform(seed) },
	);
	const failed = responders === 0 ? 'nobody responded' : 'reason' in fieller ? fieller.reason : null;
	return {
		...{ currency, part, name, n, responders },
		estimate: responders === 0 ? null : row.cost / row.responded,
		fieller: 'reason' in fieller ? null : { lower: fieller.lower, upper: fieller.upper },
		bootstrap: bootstrap === undefined ? null : { lower: bootstrap.lower, upper: bootstrap.upper },
		notEstimable: failed,
		suppressed: false,
	};
}

export function withheldResponder({ currency, part, name }: Place): ResponderCost {
	return { currency, part, name, n: null, responders: null, estimate: null, fieller: null, bootstrap: null, notEstimable: null, suppressed: true };
}
