import { normalQuantile } from './normal-quantile.ts';

type Costs = Readonly<{ n: number; mean: number; sd: number }>;

/**
 * Cost a responder with a percentile interval, by a bootstrap of sufficient statistics.
 *
 * `responders` and `others` hold how many episodes there are of each and the mean and standard deviation (divisor n − 1) of their costs.
 * Each of `replicates` draws the number of responders from the binomial distribution, then the mean cost of each kind from the
 * normal one given that number, and divides all costs by the responders. Episodes are independent; costs near enough to normal for their
 * number. `uniform` gives numbers between 0 and 1, three a replicate, in the order: number, cost of responders, cost of others.
 * A replicate without responders costs Infinity; `undefined` where there are none, or where an interval would end there.
 *
 * Efron B, Tibshirani RJ (1993). An Introduction to the Bootstrap, sections 6.5 and 13.3. Chapman and Hall.
 * R: `r <- qbinom(u1, n, p)`, `qnorm(u2, r * mean1, sd1 * sqrt(r))`, `quantile(costs / r, c(0.025, 0.975), type = 7)`
 */
export function costPerResponderBootstrap(
	responders: Costs,
	others: Costs,
	{ replicates, uniform, level = 0.95 }: Readonly<{ replicates: number; uniform: () => number; level?: number }>,
): Readonly<{ estimate: number; lower: number; upper: number }> | undefined {
	const n = responders.n + others.n;
	if (responders.n === 0 || n < 2) return undefined;
	const numberAt = binomialQuantiles(n, responders.n / n);
	const ratios = Array.from({ length: replicates }, () => {
		const count = numberAt(uniform());
		const cost = total(responders, count, uniform()) + total(others, n - count, uniform());
		return count === 0 ? Infinity : cost / count;
	}).sort((a, b) => a - b);
	const lower = quantile(ratios, (1 - level) / 2);
	const upper = quantile(ratios, (1 + level) / 2);
	if (!Number.isFinite(upper)) return undefined;
	return { estimate: total(responders, responders.n, 0.5) / responders.n + total(others, others.n, 0.5) / responders.n, lower, upper };
}

function total({ mean, sd }: Costs, count: number, u: number): number {
	return count * mean + Math.sqrt(count) * sd * normalQuantile(u);
}

// the distribution function is summed once, outward terms by recurrence from the mode, and searched for each draw
function binomialQuantiles(n: number, p: number): (u: number) => number {
	if (p === 1) return () => n;
	const mode = Math.floor((n + 1) * p);
	const weights = new Float64Array(n + 1);
	weights[mode] = 1;
	for (let k = mode; k < n; k++) weights[k + 1] = (weights[k]! * (n - k) * p) / ((k + 1) * (1 - p));
	for (let k = mode; k > 0; k--) weights[k - 1] = (weights[k]! * k * (1 - p)) / ((n - k + 1) * p);
	const sum = weights.reduce((all, weight) => all + weight, 0);
	let below = 0;
	const cumulative = weights.map((weight) => (below += weight / sum));
	return (u) => {
		let [from, to] = [0, n];
		while (from < to) {
			const middle = (from + to) >> 1;
			if (cumulative[middle]! < u) from = middle + 1;
			else to = middle;
		}
		return from;
	};
}

function quantile(sorted: readonly number[], p: number): number {
	const place = (sorted.length - 1) * p;
	const below = Math.floor(place);
	const first = sorted[below]!;
	const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
	return place === below ? first : first + (place - below) * (next - first);
}
