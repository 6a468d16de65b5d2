import type { Table } from '#lib/charts/drawing.ts';
import { moment } from '#lib/charts/moment.ts';
import { count, list, plural } from '#lib/charts/number.ts';
import { periodName } from '#lib/charts/period-name.ts';
import { withheld } from '#lib/charts/withheld.ts';
import type { ClinicVisits, RecordsResult } from './result.ts';


const unknown = 'not-recorded';

/** How far the records of a clinic reach; `newest` is null where no month is known, `empty` the months without a visit since its first. */
export type Reach = Readonly<{ clinic: string; newest: string | null; behind: number; empty: readonly string[] }>;

export function visitsTitle(visits: RecordsResult['visits']): string {
	return `Visits by clinic and ${spanOf(visits)}`;
}

export function clinicName(clinic: string): string {
	return clinic === unknown ? 'clinic not recorded' : clinic;
}

/** The newest month with a visit, in whatever clinic. */
export function newestMonth(visits: RecordsResult['visits']): string | null {
	return visits.flatMap((each) => monthsOf(each).flatMap(({ month, visits: n }) => (n === 0 ? [] : [month]))).reduce<string | null>((newest, month) => (newest === null || month > newest ? month : newest), null);
}

export function reachOf(visits: RecordsResult['visits']): Reach[] {
	return visits.map((each) => {
		const months = monthsOf(each);
		const first = months.findIndex(({ visits: n }) => n !== 0);
		const last = months.findLastIndex(({ visits: n }) => n !== 0);
		return { clinic: each.clinic, newest: months[last]?.month ?? null, behind: last < 0 ? 0 : months.length - 1 - last, empty: months.slice(Math.max(0, first), last).flatMap(({ month, visits: n }) => (n === 0 ? [month] : [])) };
	});
}

export function freshnessSentence({ visits, imports }: RecordsResult): string {
	const newest = newestMonth(visits);
	const last = imports[0]?.importedAt;
	const imported = last === undefined ? '' : ` The last file was imported on ${moment(last)}.`;
	if (newest === null) return `The records tell no ${spanOf(visits)} of a visit.${imported}`;
	const reach = reachOf(visits);
	const behind = reach.filter(({ newest: own }) => own !== null && own !== newest);
	const late = behind.length === 0 ? (visits.length > 1 ? `, in ${visits.length === 2 ? 'both' : `all ${visits.length}`} clinics` : '') : `; ${list(behind.slice(0, 6).map(({ clinic, newest: own }) => `${clinicName(clinic)} ends in ${periodName(own ?? unknown)}`))}`;
	const gaps = reach.filter(({ empty }) => empty.length > 0).map(({ clinic, empty }) => `${clinicName(clinic)} in ${plural(empty.length, spanOf(visits))} (${list(empty.slice(0, 4).map(periodName))}${empty.length > 4 ? ' …' : ''})`);
	return `The newest visits are of ${periodName(newest)}${late}.${imported}${gaps.length === 0 ? '' : ` Without a visit between their first and their last: ${list(gaps.slice(0, 4))}.`}`;
}

export function visitsLabel(records: RecordsResult, synthetic: boolean): string {
	return `${synthetic ? 'Synthetic data. ' : ''}${visitsTitle(records.visits)}. ${freshnessSentence(records)}`;
}

export function visitsNotes(visits: RecordsResult['visits']): string[] {
	return [
		`Each cell holds the visits of a clinic in a ${spanOf(visits)}; the darker, the more. An empty cell is a ${spanOf(visits)} without visits: a file that lacks, or a clinic that was closed.`,
		...(visits.some(({ months }) => months.some(({ visits: n }) => n === null)) ? [`A dot is ${withheld}, or would give such a one away.`] : []),
	];
}

/** A row a month, the newest first. */
export function visitsTable(visits: RecordsResult['visits']): Table {
	const months = visits[0]?.months.map(({ month }) => month) ?? [];
	return {
		caption: visitsTitle(visits),
		columns: [capital(spanOf(visits)), ...visits.map(({ clinic }) => clinicName(clinic))],
		rows: months.map((month, place) => [periodName(month), ...visits.map(({ months: own }) => visitsText(own[place]?.visits ?? null))]).reverse(),
	};
}

/** How far each clinic's records reach. */
export function reachTable(visits: RecordsResult['visits']): Table {
	const span = spanOf(visits);
	return {
		caption: `How far the records of each clinic reach: ${span}s behind the newest of all, and ${span}s without a visit before its last`,
		columns: ['Clinic', 'Newest visits', `${capital(span)}s behind`, `${capital(span)}s without`],
		rows: reachOf(visits).map(({ clinic, newest, behind, empty }) => [clinicName(clinic), newest === null ? `${span} not recorded` : periodName(newest), newest === null ? '–' : count(behind), newest === null ? '–' : count(empty.length)]),
	};
}

function visitsText(n: number | null): string {
	return n === null ? 'withheld' : count(n);
}

function monthsOf({ months }: ClinicVisits): ClinicVisits['months'] {
	return months.filter(({ month }) => month !== unknown);
}

/** What the visits are counted by: years where no month is kept. */
function spanOf(visits: RecordsResult['visits']): 'month' | 'year' {
	return visits.some((each) => monthsOf(each).some(({ month }) => month.length === 4)) ? 'year' : 'month';
}

function capital(word: string): string {
	return word.slice(0, 1).toUpperCase() + word.slice(1);
}
