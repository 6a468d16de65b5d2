import type { Cell, Table } from '../question.ts';
import type { Chance, ResponseResult } from './result.ts';

const states = ['inCare', 'responded', 'left', 'discharged'] as const;
const columns = [
	...['condition', 'protocol', 'of', 'session', 'in_care', 'responded', 'responded_se', 'responded_lower', 'responded_upper'],
	...['in_care', 'responded', 'left', 'discharged'].flatMap((state) => ['', '_se', '_lower', '_upper'].map((part) => `state_${state}${part}`)),
	'suppressed',
];

/** A row a group and session; empty where withheld or not estimable. */
export function table({ groups }: ResponseResult): Table {
	const rows = groups.flatMap(({ condition, protocol, of, points }) =>
		points.map((point) => [
			...[condition, protocol ?? null, of, point.session, point.inCare],
			...cells(point.responded),
			...states.flatMap((state) => cells(point.states?.[state] ?? null)),
			String(point.suppressed),
		]),
	);
	return { columns, rows };
}

function cells(chance: Chance | null): Cell[] {
	return chance === null ? [null, null, null, null] : [chance.estimate, chance.se, chance.lower, chance.upper];
}
