import type { Table } from '../question.ts';
import type { RecoveryGroup, RecoveryPoint, RecoveryResult } from './result.ts';

const observed = ['session', 'n', 'mean', 'sd', 'lower', 'upper', 'median', 'q1', 'q3'] as const;
const adjusted = ['adjusted_mean', 'adjusted_se', 'adjusted_lower', 'adjusted_upper'];
const restricted = ['restricted_mean', 'restricted_se', 'restricted_df', 'restricted_lower', 'restricted_upper'];
const staying = ['staying_mean', 'staying_se', 'staying_lower', 'staying_upper', 'staying_effective_n'];
const shifted = ['left', 'delta', 'shifted_mean', 'shifted_lower', 'shifted_upper'];
const columns = ['condition', 'protocol', 'clinic', 'chronicity', 'axis', ...observed, ...adjusted, 'model', ...restricted, ...staying, ...shifted, 'suppressed'];

/** A row a group and session; empty where withheld or not estimable. */
export function table({ groups }: RecoveryResult): Table {
	const rows = groups.flatMap((group) => group.points.map((point) => [...names(group), ...numbers(point), group.model, ...ways(group, point), String(point.suppressed)]));
	return { columns, rows };
}

function names({ condition, protocol, clinic, chronicity, axis }: RecoveryGroup) {
	return [condition, protocol ?? null, clinic ?? null, chronicity ?? null, axis];
}

function numbers(point: RecoveryPoint) {
	const { mean, se, lower, upper } = point.adjusted ?? { mean: null, se: null, lower: null, upper: null };
	return [...observed.map((name) => point[name]), mean, se, lower, upper];
}

/** The adjusted mean by restricted likelihood, the weighted one, and the adjusted one under the supposition. */
function ways(group: RecoveryGroup, { session }: RecoveryPoint) {
	const at = (each: Readonly<{ session: number }>) => each.session === session;
	const reml = group.restricted.find(at);
	const weighted = group.staying.find(at);
	const worse = group.shifted.find(at);
	return [
		...[reml?.mean ?? null, reml?.se ?? null, reml?.df ?? null, reml?.lower ?? null, reml?.upper ?? null],
		...[weighted?.mean ?? null, weighted?.se ?? null, weighted?.lower ?? null, weighted?.upper ?? null, weighted?.effectiveN ?? null],
		...[group.left.find(at)?.share ?? null, group.delta, worse?.mean ?? null, worse?.lower ?? null, worse?.upper ?? null],
	];
}
