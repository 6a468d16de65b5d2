import type { Estimated, Verdict } from './result.ts';

/**
 * Whether an estimate bears a sentence out: its whole interval within the bounds, or wholly outside of them. An interval that
 * reaches over a bound, and an estimate that is withheld, decide nothing.
 */
export function verdictOf({ lower, upper }: Pick<Estimated, 'lower' | 'upper'>, { from = -Infinity, to = Infinity }: Readonly<{ from?: number | undefined; to?: number | undefined }>): Verdict {
	if (lower === null || upper === null) return 'too few data';
	if (lower >= from && upper <= to) return 'supported';
	return upper < from || lower > to ? 'not supported' : 'too few data';
}

/** A sentence with several tests holds where all of them do, and fails where one does. */
export function together(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.length === 0) return 'not testable';
	if (verdicts.includes('not supported')) return 'not supported';
	return verdicts.every((verdict) => verdict === 'supported') ? 'supported' : 'too few data';
}
