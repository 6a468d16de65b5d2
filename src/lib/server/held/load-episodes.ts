import { z } from 'zod';
import { openMonths } from '#lib/questions/course-ends.ts';
import { rows, run, type Database } from '../warehouse/database.ts';
import { numberColumns, type NumberColumn } from '../warehouse/number-columns.ts';
import { heldColumnNames, type HeldCourses } from './held-courses.ts';
import createValueSql from './sql/create-value.sql?raw';
import episodesSql from './sql/episodes.sql?raw';
import settledSql from './sql/settled.sql?raw';
import valuesSql from './sql/values.sql?raw';

const valueRow = z.object({ column: z.enum(heldColumnNames), value: z.string() });

type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Reads what is recorded of each episode but its scores. */
export async function loadEpisodes(db: Database, episodes: number): Promise<Omit<HeldCourses, 'episodes' | 'scoresOf'>> {
	await run(db, createValueSql);
	const values = await rows(db, valueRow, valuesSql);
	const columnOf = (name: (typeof heldColumnNames)[number]) => {
		const own = values.flatMap(({ column, value }) => (column === name ? [value] : []));
		return { values: own, codes: new (widthFor(own.length))(episodes) };
	};
	const columns = {
		condition: columnOf('condition'),
		protocol: columnOf('protocol'),
		clinic: columnOf('clinic'),
		therapist: columnOf('therapist'),
		payer: columnOf('payer'),
		sex: columnOf('sex'),
		ageBand: columnOf('ageBand'),
		chronicity: columnOf('chronicity'),
		period: columnOf('period'),
		dischargeReason: columnOf('dischargeReason'),
	};
	const [patients, visits, lastSession, settled] = [new Uint32Array(episodes), new Uint16Array(episodes), new Uint16Array(episodes), new Uint16Array(episodes)];
	await loadByKey(db, episodesSql, {}, [patients, visits, lastSession, ...heldColumnNames.map((name) => columns[name].codes)]);
	await loadByKey(db, settledSql, { openMonths }, [settled]);
	requireOrder(columns.condition.codes, patients);
	return { patients, columns, visits, lastSession, settled };
}

/** The narrowest numbers that hold a code up to the highest. */
function widthFor(highest: number): Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor {
	if (highest < 2 ** 8) return Uint8Array;
	return highest < 2 ** 16 ? Uint16Array : Uint32Array;
}

/** Puts each column of a statement but the first, which is the episode's key, where the episode is held. */
async function loadByKey(db: Database, sql: string, parameters: Readonly<Record<string, number>>, held: readonly Numbers[]): Promise<void> {
	let read = 0;
	await numberColumns(db, sql, parameters, (count, column) => {
		const key = column(0);
		held.forEach((numbers, place) => put(numbers, key, column(place + 1), count));
		read += count;
	});
	const episodes = held[0]?.length ?? 0;
	if (read !== episodes) throw new Error(`there must be ${episodes} episodes: ${read}`);
}

function put(numbers: Numbers, key: NumberColumn, column: NumberColumn, count: number): void {
	for (let row = 0; row < count; row += 1) numbers[key(row) - 1] = column(row);
}

function requireOrder(conditions: Numbers, patients: Uint32Array): void {
	for (let episode = 1; episode < patients.length; episode += 1) {
		const [before, own] = [conditions[episode - 1] ?? 0, conditions[episode] ?? 0];
		if (own < before || (own === before && (patients[episode] ?? 0) < (patients[episode - 1] ?? 0))) throw new Error(`episodes must stand by condition and patient: ${episode + 1}`);
	}
}
