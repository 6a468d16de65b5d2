import type { Exposure } from './exposures.ts';
import { isSum } from './is-sum.ts';
import { pieceCells, type Reading } from './piece-cells.ts';
import { piecesOf, type Piece } from './pieces.ts';
import type { Told } from './told.ts';

/** A figure published before, and whether beside it `few` patients would be left, or a `sum` of others be told again. */
type Clash = Readonly<{ name: string; because: 'few' | 'sum' }>;

type Shown = Readonly<{ cohort: string; cells: ReadonlyMap<string, number> }>;

/**
 * The figure, told in the same snapshot, with which a new one shares a number of one view that could not be shown of each piece into which the figures that
 * show it cut the patients, or that is a sum or difference of theirs: a second way to a number takes its rounding away. Undefined where there is none.
 */
export async function sharedNumber(reading: Reading, exposure: Exposure, own: Shown, told: readonly Told[]): Promise<Clash | undefined> {
	const others = told.flatMap((each) => {
		const cells = each.trace.views.find(({ view }) => view === exposure.view)?.cells;
		const [cohort] = each.trace.cohorts;
		return each.trace.snapshot !== reading.stamp.id || cells === undefined || cohort === undefined || cohort === own.cohort ? [] : [{ told: each, cohort, cells }];
	});
	const cohorts = [...new Set([own.cohort, ...others.map(({ cohort }) => cohort)])];
	const pieces = (await reading.beside((db) => piecesOf(db, cohorts))).filter(({ within }) => within.length > 0);
	for (const [cell, showing] of showingTogether(own, others)) {
		const places = [own.cohort, ...showing.map(({ cohort }) => cohort)].map((cohort) => cohorts.indexOf(cohort));
		const held: Piece[][] = [];
		for (const group of grouped(pieces, places)) {
			const found = await numbersOf(group, cell);
			if (found === 'withheld') return clash(showing, 'few');
			if (found === 'told') held.push(group);
		}
		const [row = [], ...rows] = places.map((place) => held.map(([piece]) => Number(piece?.within.includes(place) ?? false)));
		if (isSum(row, rows)) return clash(showing, 'sum');
	}
	return undefined;

	/** Where one piece may show its number, and it is not 0, the sum rests on as many patients or more. */
	async function numbersOf(group: readonly Piece[], cell: string): Promise<'told' | 'withheld' | 'nobody'> {
		const cells = await Promise.all(group.map((piece) => pieceCells(reading, exposure, cohorts, piece)));
		if (cells.some(({ shown }) => (shown.get(cell) ?? 0) !== 0)) return 'told';
		return cells.some(({ withheld }) => withheld.has(cell)) ? 'withheld' : 'nobody';
	}
}

function clash([other]: readonly Readonly<{ told: Told }>[], because: Clash['because']): Clash {
	return { name: other?.told.name ?? '', because };
}

/** The cells of the new figure that others show too, with these. */
function showingTogether<Other extends Readonly<{ cells: Readonly<Record<string, number>> }>>(own: Shown, others: readonly Other[]): [string, Other[]][] {
	return [...own.cells.keys()].flatMap((cell): [string, Other[]][] => {
		const showing = others.filter(({ cells }) => cell in cells);
		return showing.length === 0 ? [] : [[cell, showing]];
	});
}

/** Pieces that the sets at `places` do not tell apart, without those in none of them. */
function grouped(pieces: readonly Piece[], places: readonly number[]): Piece[][] {
	const toldApart = ({ within }: Piece) => within.filter((place) => places.includes(place)).join(' ');
	return [...new Set(pieces.map(toldApart))].filter((key) => key !== '').map((key) => pieces.filter((piece) => toldApart(piece) === key));
}
