import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { clopperPearsonInterval } from '#lib/statistics/clopper-pearson-interval.ts';
import { clusterProportionInterval } from '#lib/statistics/cluster-proportion-interval.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import { contrastOf, spreadOf, withheldContrast, withheldSpread } from './measured.ts';
import { kindLabel, publishedRates } from './published.ts';
import type { Events, Over, Share, TolerabilityResult } from './result.ts';
import type { RawEvent, RawOver, RawTolerability } from './tolerability.server.ts';

type Named = Readonly<{ part: string; name: string }>;

/** Tolerability without what rests on fewer patients than `minimumCell`, nor what would give that away among the regions or protocols. */
export function protect({ totals, spreads, contrasts, over, events }: RawTolerability, minimumCell: number): TolerabilityResult {
	const few = totals.patients < minimumCell;
	const hiddenSpreads = hiddenAmong(spreads, (row) => `${row.outcome} ${row.part}`, ({ patients }) => patients < minimumCell, minimumCell);
	const isHidden = (row: Named & { outcome: string }) => [...hiddenSpreads].some((spread) => spread.outcome === row.outcome && spread.part === row.part && spread.name === row.name);
	return {
		sessions: few ? null : totals.sessions,
		patients: few ? null : totals.patients,
		spreads: spreads.map((row) => (hiddenSpreads.has(row) ? withheldSpread(row) : spreadOf(row))),
		contrasts: contrasts.map((row) => (isHidden(row) || row.othersPatients < minimumCell ? withheldContrast(row) : contrastOf(row))),
		over: protectOver(over, minimumCell),
		events: protectEvents(totals, events, minimumCell),
	};
}

function protectOver(over: readonly RawOver[], minimumCell: number): Over[] {
	const shown = new Set(groupsOf(over, ({ part, name }) => `${part} ${name}`).flatMap((rows) => shownHours(rows, minimumCell)));
	const hidden = hiddenAmong(over, ({ part, hours }) => `${part} ${hours}`, (row) => !shown.has(row), minimumCell);
	return over.map((row) => {
		const { part, name, hours } = row;
		return { part, name, hours, share: hidden.has(row) ? null : shareOf(row, wilsonInterval), suppressed: hidden.has(row) };
	});
}

/** The hours of one part, in order, between which, before which and after which nobody or enough patients' soreness ended. */
function shownHours(rows: readonly RawOver[], minimumCell: number): RawOver[] {
	const kept: RawOver[] = [];
	let since = 0;
	for (const [index, row] of rows.entries()) {
		since = Math.max(since, index === 0 ? row.untilPatients : 0);
		if (!small(since, minimumCell)) {
			kept.push(row);
			since = 0;
		}
		since = Math.max(since, row.afterPatients);
	}
	if (small(since, minimumCell)) kept.pop();
	return (rows[0]?.patients ?? 0) < minimumCell ? [] : kept;
}

function protectEvents(totals: RawTolerability['totals'], events: readonly RawEvent[], minimumCell: number): Events {
	const { recorded, recordedPatients, unrecordedPatients, patients } = totals;
	const few = patients < minimumCell || small(recordedPatients, minimumCell) || small(unrecordedPatients, minimumCell);
	const nothing = { recorded: few ? null : recorded, parts: [], kinds: [], withheldKinds: 0, published: publishedRates };
	if (recorded === 0) return { ...nothing, notEstimable: 'no visit says whether there was an adverse event' };
	const unsafe = ({ patients: all, eventPatients, otherPatients }: RawEvent) => all < minimumCell || small(eventPatients, minimumCell) || small(otherPatients, minimumCell);
	const hidden = hiddenAmong(events.filter(({ part }) => part !== 'kind'), ({ part }) => part, unsafe, minimumCell);
	const kinds = events.filter(({ part }) => part === 'kind');
	const hiddenKinds = withheldCells(kinds.map((row) => (unsafe(row) && !small(row.eventPatients, minimumCell) ? 1 : row.eventPatients)), minimumCell);
	const shownKinds = kinds.filter((_, index) => hiddenKinds[index] === false);
	return {
		...nothing,
		notEstimable: null,
		parts: events.flatMap((row) => {
			if (row.part === 'kind') return [];
			return [{ part: row.part, name: row.name, share: hidden.has(row) ? null : shareOf(row, clopperPearsonInterval), suppressed: hidden.has(row) }];
		}),
		kinds: shownKinds.flatMap((row) => {
			const share = shareOf(row, clopperPearsonInterval);
			return share === null ? [] : [{ kind: row.name, label: kindLabel(row.name), share }];
		}),
		withheldKinds: kinds.length - shownKinds.length,
	};
}

type Counted = Readonly<{ count: number; n: number; patients: number; squares: number }>;

function shareOf({ count, n, patients, squares }: Counted, interval: typeof wilsonInterval): Share | null {
	const bounds = interval(count, n);
	if (bounds === undefined) return null;
	const robust = clusterProportionInterval({ count, n, clusters: patients, squares });
	return { count, n, estimate: bounds.estimate, interval: { lower: bounds.lower, upper: bounds.upper }, robust: robust === undefined ? null : { lower: robust.lower, upper: robust.upper } };
}

/** The rows that must go, and among the siblings of each as many more as keep it from being had by subtraction. */
function hiddenAmong<Row extends Readonly<{ patients: number }>>(rows: readonly Row[], siblings: (row: Row) => string, unsafe: (row: Row) => boolean, minimumCell: number): ReadonlySet<Row> {
	const hidden = groupsOf(rows, siblings).flatMap((group) => {
		const cells = withheldCells(group.map((row) => (unsafe(row) && !small(row.patients, minimumCell) ? 1 : row.patients)), minimumCell);
		return group.filter((_, index) => cells[index] === true);
	});
	return new Set(hidden);
}

function groupsOf<Row>(rows: readonly Row[], key: (row: Row) => string): Row[][] {
	return [...new Set(rows.map(key))].map((name) => rows.filter((row) => key(row) === name));
}

function small(patients: number, minimumCell: number): boolean {
	return patients > 0 && patients < minimumCell;
}
