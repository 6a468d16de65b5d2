import { fewPatients } from '#lib/server/disclosure/few-patients.ts';
import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { withheldRows } from '#lib/server/disclosure/withheld-rows.ts';
import { clopperPearsonInterval } from '#lib/statistics/clopper-pearson-interval.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import { meanAndSpread, withheldMean } from '../mean-and-spread.ts';
import { visitShare } from '../visit-share.ts';
import { contrastOf, withheldContrast } from './contrast.ts';
import { kindLabel, publishedRates } from './published.ts';
import type { Events, Over, Spread, TolerabilityResult } from './result.ts';
import type { RawEvent, RawOver, RawSpread, RawTolerability } from './tolerability.server.ts';

type Named = Readonly<{ part: string; name: string }>;

/** Tolerability without what rests on fewer patients than `minimumCell`, nor what would give that away among the regions or protocols. */
export function protect({ totals, spreads, contrasts, over, events }: RawTolerability, minimumCell: number): TolerabilityResult {
	const few = totals.patients < minimumCell;
	const hiddenSpreads = withheldRows(spreads, (row) => `${row.outcome} ${row.part}`, ({ patients }) => patients < minimumCell, minimumCell);
	const isHidden = (row: Named & { outcome: string }) => [...hiddenSpreads].some((spread) => spread.outcome === row.outcome && spread.part === row.part && spread.name === row.name);
	return {
		sessions: few ? null : totals.sessions,
		patients: few ? null : totals.patients,
		spreads: spreads.map((row) => spreadOf(row, hiddenSpreads.has(row))),
		contrasts: contrasts.map((row) => (isHidden(row) || row.othersPatients < minimumCell ? withheldContrast(row) : contrastOf(row))),
		over: protectOver(over, minimumCell),
		events: protectEvents(totals, events, minimumCell),
	};
}

function spreadOf(row: RawSpread, hidden: boolean): Spread {
	const { outcome, part, name } = row;
	return { outcome, part, name, ...(hidden ? withheldMean : meanAndSpread(row)) };
}

function protectOver(over: readonly RawOver[], minimumCell: number): Over[] {
	const shown = new Set(groupsOf(over, ({ part, name }) => `${part} ${name}`).flatMap((rows) => shownHours(rows, minimumCell)));
	const hidden = withheldRows(over, ({ part, hours }) => `${part} ${hours}`, (row) => !shown.has(row), minimumCell);
	return over.map((row) => {
		const { part, name, hours } = row;
		return { part, name, hours, share: hidden.has(row) ? null : visitShare(row, wilsonInterval), suppressed: hidden.has(row) };
	});
}

/** The hours of one part, in order, between which, before which and after which nobody or enough patients' soreness ended. */
function shownHours(rows: readonly RawOver[], minimumCell: number): RawOver[] {
	const kept: RawOver[] = [];
	let since = 0;
	for (const [index, row] of rows.entries()) {
		since = Math.max(since, index === 0 ? row.untilPatients : 0);
		if (!fewPatients(since, minimumCell)) {
			kept.push(row);
			since = 0;
		}
		since = Math.max(since, row.afterPatients);
	}
	if (fewPatients(since, minimumCell)) kept.pop();
	return (rows[0]?.patients ?? 0) < minimumCell ? [] : kept;
}

function protectEvents(totals: RawTolerability['totals'], events: readonly RawEvent[], minimumCell: number): Events {
	const { recorded, recordedPatients, unrecordedPatients, patients } = totals;
	const few = patients < minimumCell || fewPatients(recordedPatients, minimumCell) || fewPatients(unrecordedPatients, minimumCell);
	const nothing = { recorded: few ? null : recorded, parts: [], kinds: [], withheldKinds: 0, published: publishedRates };
	if (recorded === 0) return { ...nothing, notEstimable: 'no visit says whether there was an adverse event' };
	const unsafe = ({ patients: all, eventPatients, otherPatients }: RawEvent) => all < minimumCell || fewPatients(eventPatients, minimumCell) || fewPatients(otherPatients, minimumCell);
	const hidden = withheldRows(events.filter(({ part }) => part !== 'kind'), ({ part }) => part, unsafe, minimumCell);
	const kinds = events.filter(({ part }) => part === 'kind');
	const hiddenKinds = withheldCells(kinds.map((row) => (unsafe(row) && !fewPatients(row.eventPatients, minimumCell) ? 1 : row.eventPatients)), minimumCell);
	const shownKinds = kinds.filter((_, index) => hiddenKinds[index] === false);
	return {
		...nothing,
		notEstimable: null,
		parts: events.flatMap((row) => {
			if (row.part === 'kind') return [];
			return [{ part: row.part, name: row.name, share: hidden.has(row) ? null : visitShare(row, clopperPearsonInterval), suppressed: hidden.has(row) }];
		}),
		kinds: shownKinds.flatMap((row) => {
			const share = visitShare(row, clopperPearsonInterval);
			return share === null ? [] : [{ kind: row.name, label: kindLabel(row.name), share }];
		}),
		withheldKinds: kinds.length - shownKinds.length,
	};
}

function groupsOf<Row>(rows: readonly Row[], key: (row: Row) => string): Row[][] {
	return [...new Set(rows.map(key))].map((name) => rows.filter((row) => key(row) === name));
}
