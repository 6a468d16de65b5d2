import { cholesky, choleskySolve } from '#lib/statistics/cholesky.ts';
import type { Mmrm, Pattern } from '#lib/statistics/mmrm.ts';

type Moments = Pick<Mmrm, 'means' | 'covariance'>;

/** One step of expectation and maximization for a multivariate normal, by the book (Little and Rubin, section 11.2): the maximum likelihood stays where it is. */
export function emStep(patterns: readonly Pattern[], { means, covariance }: Moments): Moments {
	const at = (i: number, j: number) => covariance[i]?.[j] ?? NaN;
	const mean = (i: number) => means[i] ?? NaN;
	const sums = means.map(() => 0);
	const products = means.map(() => means.map(() => 0));
	for (const { times, n, sums: seen, crossProducts } of patterns.filter((pattern) => pattern.n > 0)) {
		const factor = cholesky(Float64Array.from(times.flatMap((i) => times.map((j) => at(i, j)))), times.length);
		const places = means.map((_, i) => times.indexOf(i));
		const on = places.map((place, i) => (place < 0 ? [...choleskySolve(factor, Float64Array.from(times.map((j) => at(i, j))))] : times.map((_, a) => (a === place ? 1 : 0))));
		const from = on.map((by, i) => mean(i) - by.reduce((sum, value, a) => sum + value * mean(times[a] ?? NaN), 0));
		const sum = on.map((by, i) => n * (from[i] ?? NaN) + by.reduce((total, value, a) => total + value * (seen[a] ?? NaN), 0));
		on.forEach((by, i) => {
			sums[i] = (sums[i] ?? NaN) + (sum[i] ?? NaN);
			on.forEach((other, j) => {
				const ofSeen = by.reduce((total, value, a) => total + value * other.reduce((inner, each, b) => inner + each * (crossProducts[a]?.[b] ?? NaN), 0), 0);
				const shifts = (from[i] ?? NaN) * (sum[j] ?? NaN) + (from[j] ?? NaN) * (sum[i] ?? NaN) - n * (from[i] ?? NaN) * (from[j] ?? NaN);
				const left = (places[i] ?? 0) < 0 && (places[j] ?? 0) < 0 ? n * (at(i, j) - other.reduce((total, value, a) => total + value * at(i, times[a] ?? NaN), 0)) : 0;
				const row = products[i] ?? [];
				row[j] = (row[j] ?? NaN) + ofSeen + shifts + left;
			});
		});
	}
	const episodes = patterns.reduce((sum, { n }) => sum + n, 0);
	const next = sums.map((sum) => sum / episodes);
	return { means: next, covariance: products.map((row, i) => row.map((product, j) => product / episodes - (next[i] ?? NaN) * (next[j] ?? NaN))) };
}
