/** How far numbers lie apart on average; those counted up lie close. */
export function meanDistance(numbers: readonly number[]): number {
	return (Math.max(...numbers) - Math.min(...numbers)) / (numbers.length - 1);
}
