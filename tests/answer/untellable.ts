/** Paths of a value's numbers that are not finite, and of what is undefined: neither can be told in JSON. */
export function untellable(value: unknown, path = ''): string[] {
	if (value === undefined) return [`${path} is undefined`];
	if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, each]) => untellable(each, `${path}/${name}`));
}
