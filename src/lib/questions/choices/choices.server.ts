import { z } from 'zod';
import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { rows } from '#lib/server/warehouse/database.ts';
import type { AskedWith, Asking, Question } from '../question.ts';
import { choicesHeld } from './choices-held.server.ts';
import choicesSql from './choices.sql?raw';
import { method } from './method.ts';
import { filterNames, type ChoicesResult, type RawChoices } from './result.ts';
import { table } from './table.ts';

const choiceRow = z.object({ filter: z.enum(filterNames), value: z.string().nullable(), n: z.number(), patients: z.number() });

export const choices: Question<RawChoices, ChoicesResult> = { title: 'What each choice of a filter would leave', method, ask, askHeld: choicesHeld, protect, caveats, table };

async function ask({ db, filters }: Asking): Promise<RawChoices> {
	return rows(db, choiceRow, choicesSql, Object.fromEntries(filterNames.map((name) => [name, filters[name]])));
}

/** Those of which no value is recorded are counted too, since they are what the others lack of all. */
function protect(raw: RawChoices, minimumCell: number): ChoicesResult {
	return {
		choices: filterNames.flatMap((name) => {
			const found = raw.filter(({ filter }) => filter === name);
			const hidden = withheldCells(
				found.map(({ patients }) => patients),
				minimumCell,
			);
			return found.flatMap(({ filter, value, n }, index) => (value === null ? [] : [{ filter, value, n: hidden[index] === true ? null : n }]));
		}),
	};
}

function caveats(_: ChoicesResult, { minimumCell }: AskedWith): string[] {
	return [`Numbers that rest on fewer than ${minimumCell} patients, and those from which they could be derived, are withheld.`];
}
