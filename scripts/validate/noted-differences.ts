import { z } from 'zod';

const noted = z.object({ test: z.string(), difference: z.number().nullable() });

/** The largest difference that each test file noted, from a JSON line each; one that is not a number is Infinity. */
export function notedDifferences(text: string): ReadonlyMap<string, number> {
	const largest = new Map<string, number>();
	for (const line of text.split('\n').filter((each) => each !== '')) {
		const { test, difference } = noted.parse(JSON.parse(line));
		largest.set(test, Math.max(largest.get(test) ?? 0, difference ?? Infinity));
	}
	return largest;
}
