import type { Cell, Table } from '../question.ts';
import type { Interval, PrognosisResult } from './result.ts';

const columns = [
	...['condition', 'protocol', 'of', 'without_response_after', 'episodes', 'within_sessions', 'if_continued', 'if_continued_lower', 'if_continued_upper'],
	...['as_it_went', 'as_it_went_lower', 'as_it_went_upper', 'seen_count', 'seen', 'seen_lower', 'seen_upper', 'suppressed'],
];

/** A row a group, session and number of further sessions; empty where withheld or not estimable. */
export function table({ groups }: PrognosisResult): Table {
	const rows = groups.flatMap(({ condition, protocol, of, landmarks }) =>
		landmarks.flatMap(({ session, n, within, suppressed }) =>
			within.map(({ sessions, ifContinued, asItWent, seen }) => [
				...[condition, protocol ?? null, of, session, n, sessions],
				...cells(ifContinued),
				...cells(asItWent),
				...[seen?.count ?? null, ...cells(seen)],
				String(suppressed),
			]),
		),
	);
	return { columns, rows };
}

function cells(interval: Interval | null): Cell[] {
	return interval === null ? [null, null, null] : [interval.estimate, interval.lower, interval.upper];
}
