import type { HeldScores } from '#lib/server/held/held-courses.ts';
import { lastModelled } from './last-modelled.ts';
import type { GroupRow, PatternRow } from './scored-rows.server.ts';

/** Tells which sessions the episodes of the groups were scored at, and sums their scores and the products of each two. */
export type PatternTally = Readonly<{
	/** the scores from one place up to another, of one episode at the sessions that are modelled */
	add(place: number, from: number, to: number): void;
	summed(groups: readonly GroupRow[]): PatternRow[];
}>;

/** The same as `patterns.sql` gives, but for the order. */
export function patternTally({ sessions, codes, values }: Pick<HeldScores, 'sessions' | 'codes' | 'values'>): PatternTally {
	const found: Map<number, Pattern>[] = [];
	const scores = new Float64Array(lastModelled + 1);
	return {
		add(place, from, to) {
			const size = to - from;
			if (size === 0) return;
			let seen = 0;
			for (let at = from; at < to; at++) {
				seen |= 1 << (sessions[at] ?? 0);
				scores[at - from] = values[codes[at] ?? 0] ?? 0;
			}
			const own = (found[place] ??= new Map());
			let pattern = own.get(seen);
			if (pattern === undefined) {
				pattern = { n: 0, sums: new Float64Array(size), products: new Float64Array((size * (size + 1)) / 2) };
				own.set(seen, pattern);
			}
			pattern.n += 1;
			const { sums, products } = pattern;
			for (let i = 0, at = 0; i < size; i++) {
				const score = scores[i] ?? 0;
				sums[i] = (sums[i] ?? 0) + score;
				for (let j = i; j < size; j++, at++) products[at] = (products[at] ?? 0) + score * (scores[j] ?? 0);
			}
		},
		summed(groups) {
			return groups.flatMap(({ group }, place) => [...(found[place] ?? [])].map(([seen, { n, sums, products }]) => ({ group, sessions: sessionsOf(seen), n, sums: [...sums], products: [...products] })));
		},
	};
}

type Pattern = { n: number; readonly sums: Float64Array; readonly products: Float64Array };

/** The numbers of the bits that are set. */
function sessionsOf(seen: number): number[] {
	return Array.from({ length: lastModelled + 1 }, (_, session) => session).filter((session) => (seen >> session) & 1);
}
