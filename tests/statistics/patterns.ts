import type { Pattern } from '#lib/statistics/mmrm.ts';

/** Sufficient statistics for each missingness pattern of a table with a row for each episode, null where not scored. */
export function patterns(wide: readonly (readonly (number | null)[])[]): Pattern[] {
	const found = new Map<string, { times: number[]; n: number; sums: number[]; crossProducts: number[][] }>();
	for (const row of wide) {
		const scored = row.flatMap((score, time) => (score === null ? [] : [{ score, time }]));
		if (scored.length === 0) continue;
		const times = scored.map(({ time }) => time);
		const pattern = found.get(times.join()) ?? { times, n: 0, sums: times.map(() => 0), crossProducts: times.map(() => times.map(() => 0)) };
		found.set(times.join(), {
			times,
			n: pattern.n + 1,
			sums: pattern.sums.map((sum, a) => sum + (scored[a]?.score ?? NaN)),
			crossProducts: pattern.crossProducts.map((products, a) =>
				products.map((product, b) => product + (scored[a]?.score ?? NaN) * (scored[b]?.score ?? NaN)),
			),
		});
	}
	return [...found.values()];
}
