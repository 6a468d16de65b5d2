import type { Filters } from '#lib/questions/answer.ts';
import type { QuestionName } from '#lib/questions/registry.server.ts';
import { publicMinimum } from '../disclosure/public-minimum.ts';
import type { Cells } from './cells.ts';
import { cohortOf, exposuresOf, type Exposure } from './exposures.ts';
import { isSum } from './is-sum.ts';
import { pieceCells, type Reading } from './piece-cells.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { refusals } from './refusals.ts';
import { sharedNumber } from './shared-number.ts';
import { shownCohorts } from './shown-cohorts.ts';
import { changedNumber, smallChange } from './small-change.ts';
import type { Told } from './told.ts';
import type { Trace } from './trace.ts';

/** Either what is to be remembered of a figure once it is told, or why it must not be told. */
export type Verdict = Readonly<{ trace: Trace }> | Readonly<{ refusal: string }>;

/**
 * Whether a figure may be told to the public, given all that was told before. Patients are counted, not sessions.
 *
 * The sets of patients that are told of in a snapshot, with the new ones, cut it into pieces: whoever adds and subtracts what was told gets pieces
 * and sums of pieces, and nothing smaller. So a figure is told only if no piece holds 1 to 10 patients; if every number that it shares with figures of
 * the same question could be shown of each piece by itself; if no two figures judge patients of one question in two ways; and if what can be
 * put together in an earlier snapshot and in this one has changed by nobody or by 11 or more. Then no sum or difference of such counts is a small cell
 * in truth, and no sound derivation can end in one. What is told of the same patients by numbers of different kinds, such as those scored at two
 * sessions, is left to `publicCount`; so that its rounding stands, no figure is told whose numbers are sums or differences of others.
 */
export async function guard(reading: Reading, question: QuestionName, filters: Filters, told: readonly Told[]): Promise<Verdict> {
	if (filters.by !== null) return { refusal: refusals.parted };
	const here = told.filter(({ trace }) => trace.snapshot === reading.stamp.id);
	const cohort = cohortOf(filters);
	const exposures = exposuresOf(question, filters);
	const [own] = (await reading.beside((db) => piecesOf(db, [cohort]))).filter(({ within }) => within.length === 1);
	if (own === undefined) return { refusal: refusals.nobody };
	const selected = await cutBy([cohort]);
	if ('refusal' in selected) return selected;
	const summed = await summedUp(reading, cohort, told);
	if (summed !== undefined) return { refusal: refusals.summedUp(summed.name) };
	const otherwise = await judgedOtherwise(reading, exposures, cohort, told);
	if (otherwise !== undefined) return { refusal: refusals.judgedOtherwise(otherwise.name) };
	const views = [];
	for (const exposure of exposures) views.push({ exposure, cells: partOf(exposure, await pieceCells(reading, exposure, [cohort], own)) });
	const changed = changedNumber(reading, cohort, views, told);
	if (changed !== undefined) return { refusal: refusals.littleChanged(changed.name) };
	const cohorts = shownCohorts(filters, views.flatMap(({ cells }) => [...cells].flatMap(([cell, value]) => (value === 0 ? [] : [cell]))));
	const cut = cohorts.length === 1 ? selected : await cutBy(cohorts);
	if ('refusal' in cut) return cut;
	for (const { exposure, cells } of views) {
		const shared = await sharedNumber(reading, exposure, { cohort, cells }, here);
		if (shared !== undefined) return { refusal: shared.because === 'few' ? refusals.fewLeft(shared.name) : refusals.summedUp(shared.name) };
	}
	return { trace: { snapshot: reading.stamp.id, cohorts, views: views.map(({ exposure: { view }, cells }) => ({ view, cells: Object.fromEntries(cells) })), cut } };

	/** The pieces into which these sets and those told of in this snapshot cut it, unless one is too small or too little has changed. */
	async function cutBy(added: readonly string[]): Promise<Trace['cut'] | Readonly<{ refusal: string }>> {
		const cohorts = [...new Set([...here.flatMap(({ trace }) => trace.cohorts), ...added])];
		const pieces = await reading.beside((db) => piecesOf(db, cohorts));
		const few = pieces.find(({ patients }) => patients < publicMinimum());
		if (few !== undefined) return { refusal: refusals.fewLeft(besideOf(few, cohorts, added, here)) };
		const grown = await smallChange(reading, cohorts, told);
		if (grown !== undefined) return { refusal: refusals.littleChanged(grown.name) };
		return { cohorts, pieces: pieces.map(({ within, episodes, patients }) => ({ within: [...within], episodes, patients })) };
	}
}

function partOf({ part }: Exposure, { shown }: Cells): ReadonlyMap<string, number> {
	return new Map([...shown].filter(([cell]) => cell.startsWith(part)));
}

/** A figure whose patients, with those of the new one, make a piece; undefined where the new one alone does. */
function besideOf({ within }: Piece, toldOf: readonly string[], cohorts: readonly string[], here: readonly Told[]): string | undefined {
	const isIn = (cohort: string) => within.includes(toldOf.indexOf(cohort));
	const inside = cohorts.some(isIn);
	return here.find(({ trace }) => trace.cohorts.some((cohort) => !cohorts.includes(cohort) && (isIn(cohort) || inside)))?.name;
}

/** One of several figures whose patients, with all of the snapshot, add up to those of the new one. */
async function summedUp(reading: Reading, cohort: string, told: readonly Told[]): Promise<Told | undefined> {
	const cohorts = [...new Set([cohort, '', ...told.flatMap(({ trace }) => trace.cohorts[0] ?? [])])];
	const pieces = await reading.beside((db) => piecesOf(db, cohorts));
	const [row = [], ...rows] = cohorts.map((_, place) => pieces.map(({ within }) => Number(within.includes(place))));
	return isSum(row, rows) ? told.findLast(({ trace }) => trace.cohorts[0] !== cohort) : undefined;
}

/** A figure that judges some of the same patients in another way. */
async function judgedOtherwise(reading: Reading, exposures: readonly Exposure[], cohort: string, told: readonly Told[]): Promise<Told | undefined> {
	const others = told.filter(({ trace }) => trace.views.some(({ view }) => exposures.some((each) => each.view !== view && view.startsWith(`${each.question} `))));
	for (const other of others) {
		const pieces = await reading.beside((db) => piecesOf(db, [cohort, other.trace.cohorts[0] ?? '']));
		if (pieces.some(({ within }) => within.length === 2)) return other;
	}
	return undefined;
}
