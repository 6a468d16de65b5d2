import type { Filters } from '#lib/questions/answer.ts';
import type { QuestionName } from '#lib/questions/registry.server.ts';
import { askCohort } from '../ask-cohort.ts';
import { NotForThePublic } from '../disclosure/public-result.ts';
import { numberKind, publicNumbers } from '../disclosure/public-numbers.ts';
import { numbersWithin } from '../disclosure/numbers-within.ts';
import type { Database } from '../warehouse/database.ts';
import type { WarehouseFolder } from '../warehouse/folder.ts';
import type { Stamp } from '../warehouse/stamp.ts';

/** Counts and shares by the name of their cell, exactly: those that may be shown, and those that hold somebody and may not. */
export type Cells = Readonly<{ shown: ReadonlyMap<string, number>; withheld: ReadonlySet<string> }>;

type With = Readonly<{ db: Database; stamp: Stamp; folder: WarehouseFolder; minimum: number }>;

/** The cells of a question's answer about the episodes in the `cohort` of a connection. */
export async function cellsOf(question: QuestionName, filters: Filters, { minimum, ...connection }: With): Promise<Cells> {
	const { withholding } = await askCohort(question, filters, { ...connection, minimumCell: minimum, tableOf: noOther });
	const shown = cellsWithin(question, withholding(minimum));
	const all = cellsWithin(question, withholding(1));
	return { shown, withheld: new Set([...all].flatMap(([cell, value]) => (value !== 0 && !shown.has(cell) ? [cell] : []))) };
}

function cellsWithin(question: QuestionName, result: object): Map<string, number> {
	const kinds = publicNumbers[question];
	if (typeof kinds === 'string') throw new NotForThePublic(`${question} is for the clinic itself: ${kinds}`);
	const counted = numbersWithin(result, result).filter(({ place }) => ['count', 'share'].includes(numberKind(kinds, place) ?? ''));
	return new Map(counted.map(({ cell, value }) => [cell, value]));
}

async function noOther(question: string): Promise<never> {
	throw new Error(`a published figure is of one question, not of ${question} too`);
}
