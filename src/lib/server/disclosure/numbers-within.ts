type Holder = Readonly<Record<string, unknown>>;

/**
 * A number in an answer. `place` are its keys, array indices left out; `cell` says the same with what names the elements of arrays, so that equal
 * cells of two answers have equal names. `holders` are the objects around it, the innermost first. `put` replaces it in the copy.
 */
export type NumberWithin = Readonly<{ value: number; place: string; cell: string; key: string; holders: readonly Holder[]; put(value: number | null): void }>;

/** What can name the element of an array. */
const naming = ['condition', 'protocol', 'clinic', 'chronicity', 'axis', 'session', 'sessions', 'outcome', 'part', 'name', 'currency', 'against', 'month', 'hours', 'minutes', 'reason', 'kind', 'covariate', 'level', 'first', 'second', 'last', 'willingness'];

/** Every number of `given`, an answer, each with a way to replace it in `copy`, which is shaped alike. */
export function numbersWithin(given: object, copy: object): NumberWithin[] {
	return within(given, copy, { place: '', cell: '', key: '', holders: [] });
}

type At = Pick<NumberWithin, 'place' | 'cell' | 'key' | 'holders'>;

function within(given: object, copy: object, at: At): NumberWithin[] {
	return Object.entries(given).flatMap(([key, value]: [string, unknown]) => {
		const inner = Array.isArray(given) ? { ...at, cell: `${at.cell}[${nameOf(value) ?? key}]` } : { ...at, place: joined(at.place, key), cell: joined(at.cell, key), key };
		if (typeof value === 'number') return [{ ...inner, holders: outwards(given, at.holders), value, put: (next: number | null) => void Reflect.set(copy, key, next) }];
		const other: unknown = Reflect.get(copy, key);
		return isObject(value) && isObject(other) ? within(value, other, { ...inner, holders: outwards(given, at.holders) }) : [];
	});
}

function outwards(given: object, holders: readonly Holder[]): readonly Holder[] {
	return Array.isArray(given) ? holders : [Object.fromEntries(Object.entries(given)), ...holders];
}

function nameOf(element: unknown): string | undefined {
	if (!isObject(element)) return undefined;
	const names = Object.entries(element).filter(([key, value]) => naming.includes(key) && (typeof value === 'string' || typeof value === 'number'));
	return names.length === 0 ? undefined : names.map(([key, value]) => `${key}=${String(value)}`).join(' ');
}

function joined(start: string, key: string): string {
	return start === '' ? key : `${start}.${key}`;
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
