import { fewPatients } from '#lib/server/disclosure/few-patients.ts';
import { withheldBeside } from '#lib/server/disclosure/withheld-beside.ts';
import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { clusterProportionInterval } from '#lib/statistics/cluster-proportion-interval.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import type { Named, Share, Spread, TechniqueResult } from './result.ts';
import type { RawShare, RawSpread, RawTechnique } from './technique.server.ts';

/** Conditions, protocols and payers add up to a whole, so they are withheld together; bounds of minutes are running totals of one another. */
export function protect({ shares, spreads, therapists }: RawTechnique, minimumCell: number): TechniqueResult {
	const of = (figure: string) => shares.filter((row) => row.figure === figure);
	const guided = single(of('ultrasound-guided')[0], minimumCell);
	const wilson = wilsonInterval(therapists.count, therapists.n);
	return {
		conditions: partition(of('condition'), minimumCell),
		protocols: partition(of('protocol'), minimumCell),
		payers: partition(of('payer'), minimumCell),
		guided,
		certified: guided === null ? null : single(of('certified-where-guided')[0], minimumCell),
		therapists: guided === null || wilson === undefined ? null : { ...therapists, ...wilson },
		atMost: running(of('minutes-at-most'), minimumCell),
		needles: spread(spreads, 'needles', minimumCell),
		minutes: spread(spreads, 'minutes', minimumCell),
	};
}

function partition(rows: readonly RawShare[], minimumCell: number): Named[] {
	const hidden = withheldCells(rows.map(({ soPatients }) => soPatients), minimumCell);
	return rows.map((row, place) => ({ name: row.name, share: hidden[place] === true ? null : shareOf(row) }));
}

/** Between two bounds that are shown lie no fewer patients than may be shown, nor beyond the last. */
function running(rows: readonly RawShare[], minimumCell: number): TechniqueResult['atMost'] {
	const ascending = [...rows].sort((a, b) => Number(a.name) - Number(b.name));
	const between = ascending.map(({ soPatients }, place) => soPatients - (ascending[place - 1]?.soPatients ?? 0));
	const few = between.map((patients) => fewPatients(patients, minimumCell));
	const hidden = withheldBeside(between.map(Math.abs), few, minimumCell);
	return ascending.map((row, place) => ({
		minutes: Number(row.name),
		share: hidden[place] === true || hidden[place + 1] === true ? null : single(row, minimumCell),
	}));
}

function single(row: RawShare | undefined, minimumCell: number): Share | null {
	const few = (patients: number) => fewPatients(patients, minimumCell);
	return row === undefined || row.patients < minimumCell || few(row.soPatients) || few(row.otherPatients) ? null : shareOf(row);
}

function shareOf({ count, n, patients, squares }: RawShare): Share | null {
	const wilson = wilsonInterval(count, n);
	if (wilson === undefined) return null;
	const robust = clusterProportionInterval({ count, n, clusters: patients, squares: Math.max(squares, 0) });
	return { count, n, ...wilson, robust: robust === undefined ? null : { lower: robust.lower, upper: robust.upper } };
}

function spread(rows: readonly RawSpread[], figure: string, minimumCell: number): Spread | null {
	const found = rows.find((row) => row.figure === figure);
	if (found === undefined || found.patients < minimumCell) return null;
	const { n, q1, median, q3 } = found;
	return { n, q1, median, q3 };
}
