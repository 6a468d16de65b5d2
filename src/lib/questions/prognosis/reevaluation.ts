import { count, decimal } from '#lib/charts/number.ts';
import type { Interval, PrognosisLandmark, Reevaluation, Referral } from './result.ts';

/** A chance of response below this one is a reason to think again. */
export const level = 0.1;

/** Numbers of further sessions within which a response may come; the last is the one that `level` is for. */
export const horizons = [1, 2, 4] as const;
export const horizon = 4;

/** The first session from which every chance that is shown stays below the level, or null; not session 1, before which nobody could respond. */
export function reevaluationSession(landmarks: readonly Omit<PrognosisLandmark, 'referral'>[]): Readonly<{ session: number; n: number; chance: Interval }> | null {
	const known = landmarks.slice(1).flatMap(({ session, n, within }) => {
		const chance = within.find(({ sessions }) => sessions === horizon)?.ifContinued ?? null;
		return chance === null || n === null ? [] : [{ session, n, chance }];
	});
	const above = known.findLastIndex(({ chance }) => chance.estimate >= level);
	return known[above + 1] ?? null;
}

/** What is known from that session on, and the same in words. */
export function reevaluation({ session, n, chance }: Readonly<{ session: number; n: number; chance: Interval }>, threshold: string, referred: Referral | null): Reevaluation {
	const known = { session, n, level, within: horizon, chance, certain: chance.upper < level, referred };
	return { ...known, note: reevaluationNote(known, threshold) };
}

export function reevaluationNote({ session, n, chance, certain, referred }: Omit<Reevaluation, 'note'>, threshold: string): string {
	return [
		`Of ${count(n)} courses that went on after session ${session} without a response (${threshold}), an estimated ${percent(chance.estimate)} (95 % interval ${percent(chance.lower)} to ${percent(chance.upper)}) had one within the next ${horizon} sessions: re-evaluate, consider another diagnosis.`,
		...(certain ? [] : [`The interval reaches ${percent(level)} or more, so that is not certain.`]),
		...(referred === null ? [] : [`Of these courses, ${count(referred.count)} (${percent(referred.estimate)}) were in the end referred on without a response.`]),
	].join(' ');
}

function percent(share: number): string {
	return `${decimal(100 * share, share < 0.1 ? 1 : 0)} %`;
}
