import type { Cell, Table } from '../question.ts';
import type { Dose, DoseResult, Estimate, Quantiles, Share } from './result.ts';

const columns = ['part', 'group', 'sessions_from', 'sessions_to', 'n', 'estimate', 'lower', 'upper', 'p10', 'q1', 'median', 'q3', 'p90'];

/** Per group: a row of quantiles of sessions and of weeks, a row a share, a row a band of sessions; then a row a clinic and axis. */
export function table({ stated, all, conditions, clinics }: DoseResult): Table {
	const parts = [{ ...all, condition: 'all' }, ...conditions];
	return {
		columns,
		rows: [
			...parts.flatMap((part) => rowsOf(part.condition, part, stated)),
			...clinics.points.flatMap(({ clinic, n, sessions, change }) => [
				row('clinic-sessions', clinic, [null, null], n, sessions),
				row('clinic-change-adjusted', clinic, [null, null], n, change),
			]),
		],
	};
}

function rowsOf(name: string, { sessions, weeks, share, effect }: Dose, { from, to }: DoseResult['stated']): Cell[][] {
	return [
		row('sessions', name, [null, null], sessions?.n ?? null, null, sessions),
		row('weeks', name, [null, null], weeks?.n ?? null, null, weeks),
		shareRow(name, [null, from - 1], share.below),
		shareRow(name, [from, to], share.within),
		shareRow(name, [to + 1, null], share.above),
		...effect.bands.flatMap(({ first, last, n, change, adjusted }) => [row('change', name, [first, last], n, change), row('change-adjusted', name, [first, last], n, adjusted)]),
	];
}

function shareRow(name: string, range: readonly [number | null, number | null], share: Share | null): Cell[] {
	return row('share', name, range, share?.n ?? null, share);
}

function row(part: string, name: string, range: readonly [number | null, number | null], n: number | null, estimate: Estimate | null, quantiles: Quantiles | null = null): Cell[] {
	return [
		...[part, name, ...range, n],
		...[estimate?.estimate ?? null, estimate?.lower ?? null, estimate?.upper ?? null],
		...[quantiles?.p10 ?? null, quantiles?.q1 ?? null, quantiles?.median ?? null, quantiles?.q3 ?? null, quantiles?.p90 ?? null],
	];
}
