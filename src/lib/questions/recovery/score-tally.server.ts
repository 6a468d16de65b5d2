import { countedQuantile } from '#lib/questions/counted-quantile.ts';
import type { HeldScores } from '#lib/server/held/held-courses.ts';
import type { CellRow, EndRow, GroupRow, PointRow } from './scored-rows.server.ts';

type Scored = Readonly<Pick<HeldScores, 'sessions' | 'codes' | 'values'>>;

/** The tenth of the range that each of the values lies in; they ascend, and so does it. */
export type Tenths = Readonly<{ of: Int32Array; lowest: number; count: number }>;

/** Tells of the scores of the groups at each session. Episodes are added in order, those of a condition that are a patient's one after another. */
export type ScoreTally = Readonly<{
	/** the scores from one place up to another, of one episode of a patient; `isOnly` in the condition, or `isFirst` of several with a score */
	add(place: number, from: number, to: number, patient: Readonly<{ key: number; isOnly: boolean; isFirst: boolean }>): void;
	counted(groups: readonly GroupRow[]): Readonly<{ points: PointRow[]; cells: CellRow[]; ends: EndRow[] }>;
}>;

/** The same as `points.sql`, `distribution.sql` and `ends.sql` give. Scores of a patient who has been counted already are told by who came last. */
export function scoreTally({ sessions, codes, values }: Scored, tenths: Tenths): ScoreTally {
	const found: (AtSession | undefined)[][] = [];
	const addAgain = ({ latest, again }: AtSession, key: number, tenth: number) => {
		if (latest[tenth] === key) again[tenth] = (again[tenth] ?? 0) + 1;
		latest[tenth] = key;
	};
	return {
		add(place, from, to, { key, isOnly, isFirst }) {
			const own = (found[place] ??= []);
			for (let score = from; score < to; score++) {
				const session = sessions[score] ?? 0;
				const at = (own[session] ??= atSession(values.length, tenths.count));
				const code = codes[score] ?? 0;
				at.counts[code] = (at.counts[code] ?? 0) + 1;
				if (isOnly) continue;
				addAgain(at, key, tenths.of[code] ?? 0);
				addAgain(at, key, tenths.count);
			}
			const last = own[sessions[to - 1] ?? 0];
			if (last === undefined) return;
			last.ends += 1;
			if (isFirst) last.firstEnds += 1;
		},
		counted(groups) {
			const all = groups.flatMap(({ group }, place) => (found[place] ?? []).flatMap((at, session) => (at === undefined ? [] : [{ group, session, at }])));
			return {
				points: all.map(({ group, session, at }) => pointOf({ group, session }, at, values, tenths.count)),
				cells: all.flatMap(({ group, session, at }) => byTenth(at, tenths).map((cell) => ({ group, session, ...cell }))),
				ends: all.flatMap(({ group, session, at }) => (at.ends === 0 ? [] : [{ group, session, n: at.ends, patients: at.firstEnds }])),
			};
		},
	};
}

/** How often each score was given, and how often in each tenth and, last, at all by a patient who had given one; who was the latest there; last scores. */
type AtSession = { readonly counts: Uint32Array; readonly again: Uint32Array; readonly latest: Uint32Array; ends: number; firstEnds: number };

function atSession(scores: number, tenths: number): AtSession {
	return { counts: new Uint32Array(scores), again: new Uint32Array(tenths + 1), latest: new Uint32Array(tenths + 1), ends: 0, firstEnds: 0 };
}

function byTenth({ counts, again }: AtSession, { of, lowest, count }: Tenths): Pick<CellRow, 'tenth' | 'n' | 'patients'>[] {
	const n = new Uint32Array(count);
	of.forEach((tenth, code) => (n[tenth] = (n[tenth] ?? 0) + (counts[code] ?? 0)));
	return [...n].flatMap((each, tenth) => (each === 0 ? [] : [{ tenth: lowest + tenth, n: each, patients: each - (again[tenth] ?? 0) }]));
}

function pointOf(where: Pick<PointRow, 'group' | 'session'>, { counts, again }: AtSession, values: Float64Array, tenths: number): PointRow {
	const sumOf = (of: (value: number) => number) => counts.reduce((sum, count, code) => sum + count * of(values[code] ?? 0), 0);
	const n = sumOf(() => 1);
	const mean = sumOf((value) => value) / n;
	const sd = n > 1 ? Math.sqrt(sumOf((value) => (value - mean) ** 2) / (n - 1)) : null;
	const [q1, median, q3] = [countedQuantile(counts, values, 0.25), countedQuantile(counts, values, 0.5), countedQuantile(counts, values, 0.75)];
	return { ...where, n, patients: n - (again[tenths] ?? 0), mean, sd, median, q1, q3 };
}
