import { fewPatients } from '#lib/server/disclosure/few-patients.ts';
import { withheldMonths } from '#lib/server/disclosure/withheld-months.ts';
import { processChart, type Kind, type Month } from './process-chart.ts';
import type { ProcessChart, TrendResult } from './result.ts';
import type { RawMonth, RawTrend } from './trend.server.ts';

/** Charts of the months that rest on enough patients; the others are left out of the limits too, which else would tell of them. */
export function protect({ months, reason, openFrom, threshold, rebase }: RawTrend, minimumCell: number): TrendResult {
	const chart = (kind: Kind, of: (row: RawMonth) => Counted): ProcessChart => {
		const counted = months.map((row) => ({ month: row.month, ...of(row) }));
		const withheld = withheldMonths(counted, minimumCell);
		const shown = counted.map((each, i): Month => ({ ...each, open: openFrom !== null && each.month >= openFrom, suppressed: withheld[i] ?? true }));
		return processChart(kind, shown, rebase);
	};
	const small = (patients: number) => fewPatients(patients, minimumCell);
	return {
		reason,
		openFrom,
		threshold,
		change: chart('mean', (row) => ({ value: row.mean ?? 0, count: 0, squares: 0, n: row.followed, shownN: small(row.lostPatients) ? null : row.followed, cells: [row.followedPatients] })),
		response: chart('proportion', (row) => rate(row.responders, row.started, [row.responderPatients, row.otherPatients, row.unjudgedPatients])),
		completion: chart('proportion', (row) => rate(row.completed, row.episodes, [row.completedPatients, row.notCompletedPatients])),
		adverse: chart('count', (row) => ({ ...rate(row.events, row.recorded, [row.eventPatients, row.quietPatients, row.unrecordedPatients]), squares: row.eventSquares })),
	};
}

type Counted = Readonly<{ value: number; count: number; squares: number; n: number; shownN: number | null; cells: readonly number[] }>;

function rate(count: number, n: number, cells: readonly number[]): Counted {
	return { value: n === 0 ? 0 : count / n, count, squares: count, n, shownN: n, cells };
}
