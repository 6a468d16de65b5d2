import type { Table } from '../question.ts';
import type { RecoveryResult } from './result.ts';

const columns = ['condition', 'protocol', 'session', 'n', 'mean', 'sd', 'lower', 'upper', 'median', 'q1', 'q3', 'adjusted_mean', 'adjusted_se', 'adjusted_lower', 'adjusted_upper', 'suppressed'];

/** A row a group and session; empty where withheld or not estimable. */
export function table({ groups }: RecoveryResult): Table {
	const rows = groups.flatMap(({ condition, protocol, points }) =>
		points.map(({ session, n, mean, sd, lower, upper, median, q1, q3, adjusted, suppressed }) => [
			condition,
			protocol ?? null,
			session,
			...[n, mean, sd, lower, upper, median, q1, q3],
			...[adjusted?.mean ?? null, adjusted?.se ?? null, adjusted?.lower ?? null, adjusted?.upper ?? null],
			String(suppressed),
		]),
	);
	return { columns, rows };
}
