import type { HeldScores } from '#lib/server/held/held-courses.ts';
import { byGroup } from './by-group.ts';
import type { StayingCell } from './chances-to-stay.ts';
import type { Chance, Followed } from './followed.server.ts';
import { lastModelled } from './last-modelled.ts';
import type { Tenths } from './score-tally.server.ts';
import type { GroupRow } from './scored-rows.server.ts';

type Scored = Pick<HeldScores, 'sessions' | 'codes' | 'values'>;

/** Takes the scores from one place up to another, of one episode that has a score at session 1. Episodes are added in order. */
type Add = (place: number, from: number, to: number) => void;

/** Tells how many of the followed episodes have a later score: the same as `staying.sql` gives. */
export function stayingTally({ sessions, codes }: Scored, tenths: Tenths): Readonly<{ add: Add; counted(groups: readonly GroupRow[]): Followed['cells'] }> {
	const { size, each, ofCell } = cellsOf(tenths);
	const found: Readonly<{ stayed: Uint32Array; left: Uint32Array }>[] = [];
	return {
		add(place, from, to) {
			const { stayed, left } = (found[place] ??= { stayed: new Uint32Array(size), left: new Uint32Array(size) });
			const row = (tenths.of[codes[from] ?? 0] ?? 0) * tenths.count;
			const last = each * (sessions[to - 1] ?? 0);
			let cell = 0;
			for (let score = from; score < to; score++) {
				const there = row + (tenths.of[codes[score] ?? 0] ?? 0);
				const next = score + 1 < to ? (sessions[score + 1] ?? 0) * each : last;
				for (cell = (sessions[score] ?? 0) * each + there; cell < next; cell += each) stayed[cell] = (stayed[cell] ?? 0) + 1;
			}
			left[cell] = (left[cell] ?? 0) + 1;
		},
		counted(groups) {
			return groups.flatMap(({ group }, place) => {
				const { stayed, left } = found[place] ?? {};
				return [...(stayed ?? [])].flatMap((later, cell) => {
					const n = later + (left?.[cell] ?? 0);
					return n === 0 ? [] : [{ group, ...ofCell(cell), n, stayed: later }];
				});
			});
		},
	};
}

/** Sums the weighted scores of the followed episodes: the same as `weighted.sql` gives. */
export function weightedTally({ sessions, codes, values }: Scored, tenths: Tenths, groups: readonly GroupRow[], chances: readonly Chance[]): Readonly<{ add: Add; summed(): Awaited<ReturnType<Followed['weighted']>> }> {
	const { size, each, cellOf } = cellsOf(tenths);
	const chancesOf = byGroup(chances);
	const factors = groups.map((group) => {
		const own = new Float64Array(size).fill(1);
		for (const cell of chancesOf(group)) own[cellOf(cell)] = 1 / cell.chance;
		return own;
	});
	const found = groups.map(() => new Float64Array(SUMS * (lastModelled + 1)));
	return {
		add(place, from, to) {
			const [own, sums] = [factors[place], found[place]];
			if (own === undefined || sums === undefined) return;
			const row = (tenths.of[codes[from] ?? 0] ?? 0) * tenths.count;
			let weight = 1;
			for (let score = from; score < to; score++) {
				const code = codes[score] ?? 0;
				const value = values[code] ?? 0;
				const session = sessions[score] ?? 0;
				const square = weight * weight;
				const at = session * SUMS;
				sums[at] = (sums[at] ?? 0) + weight;
				sums[at + 1] = (sums[at + 1] ?? 0) + square;
				sums[at + 2] = (sums[at + 2] ?? 0) + weight * value;
				sums[at + 3] = (sums[at + 3] ?? 0) + square * value;
				sums[at + 4] = (sums[at + 4] ?? 0) + square * value * value;
				if (score + 1 === to) return;
				const next = (sessions[score + 1] ?? 0) * each;
				for (let cell = session * each + row + (tenths.of[code] ?? 0); cell < next; cell += each) weight *= own[cell] ?? 1;
			}
		},
		summed() {
			return groups.flatMap(({ group }, place) =>
				Array.from({ length: lastModelled + 1 }, (_, session) => {
					const [weights = 0, squares = 0, scores = 0, squareScores = 0, squareProducts = 0] = found[place]?.subarray(session * SUMS, (session + 1) * SUMS) ?? [];
					return { group, session, weights, squares, scores, squareScores, squareProducts };
				}).filter(({ weights }) => weights > 0),
			);
		},
	};
}

const SUMS = 5;

/** Numbers the cells of a group, `each` session after the other, by the tenths of the first and of the latest score. */
function cellsOf({ count, lowest }: Tenths) {
	const each = count * count;
	return {
		size: (lastModelled + 1) * each,
		each,
		cellOf: ({ session, baseline, latest }: Pick<StayingCell, 'session' | 'baseline' | 'latest'>) => session * each + (baseline - lowest) * count + latest - lowest,
		ofCell: (cell: number) => ({ session: Math.floor(cell / each), baseline: lowest + (Math.floor(cell / count) % count), latest: lowest + (cell % count) }),
	};
}
