import type { Cell, Table } from '../question.ts';
import type { Interval, PrognosisResult, Referral } from './result.ts';

const columns = [
	...['condition', 'protocol', 'of', 'without_response_after', 'episodes', 'within_sessions', 'if_continued', 'if_continued_lower', 'if_continued_upper'],
	...['as_it_went', 'as_it_went_lower', 'as_it_went_upper', 'seen_count', 'seen', 'seen_lower', 'seen_upper'],
	...['referral', 'referral_count', 'referral_share', 'referral_lower', 'referral_upper', 'suppressed'],
];

/** A row a group, session and number of further sessions, and one a referral, of any reason and by reason; empty where withheld or not estimable. */
export function table({ groups }: PrognosisResult): Table {
	const rows = groups.flatMap(({ condition, protocol, of, landmarks }) =>
		landmarks.flatMap(({ session, n, within, referral, suppressed }) => [
			...within.map(({ sessions, ifContinued, asItWent, seen }) => [
				...[condition, protocol ?? null, of, session, n, sessions],
				...cells(ifContinued),
				...cells(asItWent),
				...[seen?.count ?? null, ...cells(seen)],
				...[null, null, null, null, null, String(suppressed)],
			]),
			...referralCells(referral).map((own) => [condition, protocol ?? null, of, session, n, ...nothing, ...own]),
		]),
	);
	return { columns, rows };
}

const nothing = Array.from({ length: 11 }, () => null);

function referralCells(referral: Referral | null): Cell[][] {
	if (referral === null) return [['any', null, null, null, null, 'true']];
	return [{ reason: 'any', ...referral }, ...(referral.reasons ?? [])].map(({ reason, count, ...share }) => [reason, count, ...cells(share), 'false']);
}

function cells(interval: Interval | null): Cell[] {
	return interval === null ? [null, null, null] : [interval.estimate, interval.lower, interval.upper];
}
