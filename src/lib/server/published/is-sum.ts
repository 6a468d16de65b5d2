/** Whether a set of pieces can be put together from other sets by adding and subtracting them whole; not where it is one of them, or empty. */
export function isSum(set: readonly number[], others: readonly (readonly number[])[]): boolean {
	if (set.every((each) => each === 0) || others.some((other) => other.every((each, place) => each === set[place]))) return false;
	const basis: number[][] = [];
	for (const other of others) {
		const rest = reduced(other, basis);
		if (rest.some(isSome)) basis.push(rest);
	}
	return !reduced(set, basis).some(isSome);
}

/** What is left of a row once the rows of the basis have taken their leading places out of it. */
function reduced(row: readonly number[], basis: readonly (readonly number[])[]): number[] {
	return basis.reduce<number[]>((rest, each) => {
		const lead = each.findIndex(isSome);
		const times = (rest[lead] ?? 0) / (each[lead] ?? 1);
		return rest.map((value, place) => value - times * (each[place] ?? 0));
	}, [...row]);
}

function isSome(value: number): boolean {
	return Math.abs(value) > 1e-9;
}
