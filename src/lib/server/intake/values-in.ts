/** How many values, in words. */
export function valuesIn(count: number): string {
	return `${count} ${count === 1 ? 'value' : 'values'}`;
}
