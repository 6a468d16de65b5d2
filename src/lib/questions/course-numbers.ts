/** Numbers keys 0, 1, 2, … in the order in which they are first met; `keys` has them by their numbers. */
export function courseNumbers(): Readonly<{ keys: readonly number[]; numberOf(key: number): number }> {
	const numbers = new Map<number, number>();
	const keys: number[] = [];
	return {
		keys,
		numberOf(key) {
			const known = numbers.get(key);
			if (known !== undefined) return known;
			numbers.set(key, keys.length);
			return keys.push(key) - 1;
		},
	};
}
