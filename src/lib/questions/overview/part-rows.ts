import { countedQuantile } from '../counted-quantile.ts';
import type { RawPart } from './overview.server.ts';

/** What may hold of an episode, each a bit, so that they add up to what holds of a patient with several. */
export const holding = { there: 1, followed: 2, responded: 4, other: 8, followedOther: 16, noBetter: 32, lessBetter: 64, completed: 128, notCompleted: 256 } as const;

/** Episodes with the same scores at session 1 and last, of which the same holds; NaN for a score that is not there. */
export type ScoredCount = Readonly<{ first: number; last: number; holds: number; n: number }>;

/** Episodes of one condition, or of all: how many had each number of visits, their scores, and how many patients each bit holds of. */
export type Part = Readonly<{ visits: readonly number[]; scored: readonly ScoredCount[]; completed: number; notCompleted: number; patients: (bit: number) => number }>;

/** The rows that the statements give of a part. */
export function partRows(condition: string | null, part: Part): Pick<RawPart, 'totals' | 'change' | 'completion'> {
	const { visits, completed, notCompleted, patients } = part;
	const episodes = total(visits, (n) => n);
	const quartile = (share: number) => (episodes === 0 ? null : countedQuantile(visits, [...visits.keys()], share));
	const discharged = { condition, n: completed + notCompleted, count: completed, patients: patients(holding.completed), otherPatients: patients(holding.notCompleted) };
	return {
		totals: { condition, episodes, patients: patients(holding.there), median: quartile(0.5), q1: quartile(0.25), q3: quartile(0.75) },
		change: condition !== null && part.scored.length === 0 ? undefined : changeOf(condition, part),
		completion: condition !== null && discharged.n === 0 ? undefined : discharged,
	};
}

function changeOf(condition: string | null, { scored, patients }: Part): NonNullable<RawPart['change']> {
	const followed = scored.filter(({ holds }) => holds & holding.followed).map((each) => ({ ...each, change: each.last - each.first })).sort((a, b) => a.change - b.change);
	const n = total(followed, (each) => each.n);
	const mean = (of: (each: (typeof followed)[number]) => number) => (n === 0 ? null : total(followed, (each) => each.n * of(each)) / n);
	const changed = mean(({ change }) => change);
	const [counts, changes] = [followed.map((each) => each.n), followed.map(({ change }) => change)];
	const quartile = (share: number) => (n === 0 ? null : countedQuantile(counts, changes, share));
	const counted = (bits: number, among = scored) => total(among.filter(({ holds }) => holds & bits), (each) => each.n);
	return {
		condition,
		n,
		patients: patients(holding.followed),
		mean: changed,
		sd: n < 2 ? null : Math.sqrt(total(followed, (each) => each.n * (each.change - (changed ?? 0)) ** 2) / (n - 1)),
		firstMean: mean(({ first }) => first),
		lastMean: mean(({ last }) => last),
		q1: quartile(0.25),
		median: quartile(0.5),
		q3: quartile(0.75),
		started: counted(holding.responded | holding.other),
		startedAndFollowed: counted(holding.responded | holding.other, followed),
		responders: counted(holding.responded),
		responderPatients: patients(holding.responded),
		otherPatients: patients(holding.other),
		followedOtherPatients: patients(holding.followedOther),
		noBetter: counted(holding.noBetter),
		noBetterPatients: patients(holding.noBetter),
		lessBetterPatients: patients(holding.lessBetter),
	};
}

function total<Each>(all: readonly Each[], of: (each: Each) => number): number {
	return all.reduce((sum, each) => sum + of(each), 0);
}
