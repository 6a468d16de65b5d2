/** The quantile of values in ascending order, each counted so often, as `quantile_cont` interpolates it; NaN for none. */
export function countedQuantile(counts: ArrayLike<number>, values: ArrayLike<number>, share: number): number {
	let n = 0;
	for (let place = 0; place < counts.length; place++) n += counts[place] ?? 0;
	const rank = (n - 1) * share;
	const [below, above] = [ranked(counts, values, Math.floor(rank)), ranked(counts, values, Math.ceil(rank))];
	return below + (above - below) * (rank - Math.floor(rank));
}

function ranked(counts: ArrayLike<number>, values: ArrayLike<number>, rank: number): number {
	let reached = 0;
	for (let place = 0; place < counts.length; place++) {
		reached += counts[place] ?? 0;
		if (reached > rank) return values[place] ?? NaN;
	}
	return NaN;
}
