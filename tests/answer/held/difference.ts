/** Where two results differ, and how: counts and words at all, other numbers by more than a billionth. Undefined where they are alike. */
export function difference(one: unknown, other: unknown, place = ''): string | undefined {
	if (typeof one === 'number' && typeof other === 'number') return isAlike(one, other) ? undefined : `${place}: ${one} and ${other}`;
	if (typeof one === 'function' && typeof other === 'function') return undefined;
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other ? undefined : `${place}: ${String(one)} and ${String(other)}`;
	const [own, others] = [entriesOf(one), entriesOf(other)];
	if (own.length !== others.length) return `${place}: ${own.length} and ${others.length} parts`;
	for (const [at, [name, value]] of own.entries()) {
		const [otherName, otherValue] = others[at] ?? [];
		const found = name === otherName ? difference(value, otherValue, `${place}.${name}`) : `${place}: ${name} and ${String(otherName)}`;
		if (found !== undefined) return found;
	}
	return undefined;
}

function entriesOf(object: object): (readonly [string, unknown])[] {
	if (object instanceof Map) return [...object].map(([key, value]) => [JSON.stringify(key), value] as const);
	return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
}

function isAlike(one: number, other: number): boolean {
	if (Number.isInteger(one) && Number.isInteger(other)) return one === other;
	if (Number.isNaN(one) || Number.isNaN(other)) return Number.isNaN(one) && Number.isNaN(other);
	return one === other || Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other)) + 1e-12;
}
