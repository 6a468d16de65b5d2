/** The largest relative difference between numbers that stand at the same place of two values, and how many there are. */
export type Difference = Readonly<{ numbers: number; largest: number }>;

/** Throws where the two are not of one shape; `versions` may differ. */
export function largestDifference(a: unknown, b: unknown, path = ''): Difference {
	if (typeof a === 'number' && typeof b === 'number') return { numbers: 1, largest: a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-12) };
	if (!isTree(a) || !isTree(b)) {
		if (a !== b) throw new Error(`${path} differs: ${String(a)}, ${String(b)}`);
		return { numbers: 0, largest: 0 };
	}
	const names = Object.keys(a).filter((name) => path !== '' || name !== 'versions');
	if (names.length !== Object.keys(b).filter((name) => path !== '' || name !== 'versions').length) throw new Error(`${path} has other parts`);
	const parts = names.map((name) => largestDifference(a[name], b[name], `${path}/${name}`));
	return { numbers: parts.reduce((sum, { numbers }) => sum + numbers, 0), largest: Math.max(0, ...parts.map(({ largest }) => largest)) };
}

function isTree(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
