import { z } from 'zod';
import type { Answer, Filters, SnapshotStamp } from '#lib/questions/answer.ts';
import type { Audience } from '#lib/questions/audience.ts';
import { noEpisode } from '#lib/questions/no-episode.ts';
import type { Table } from '#lib/questions/question.ts';
import { isQuestion, questions, type QuestionName, type Results } from '#lib/questions/registry.server.ts';
import { keptAnswer, type Turn, type Turns } from './answer-cache.ts';
import { askCohort, askHeldCohort, type AskedOfCohort, type With } from './ask-cohort.ts';
import { cohortOf, type Cohort } from './cohort-of.ts';
import { minimumCell } from './disclosure/minimum-cell.ts';
import { publicCount } from './disclosure/public-count.ts';
import { publicMinimum } from './disclosure/public-minimum.ts';
import { publicResult } from './disclosure/public-result.ts';
import { heldCohort } from './held/held-cohort.ts';
import { heldCourses } from './held/kept-courses.ts';
import { answeringAll } from './reader.ts';
import { resolveFilters } from './resolve-filters.ts';
import cohortSql from './sql/cohort.sql?raw';
import cohortSizeSql from './sql/cohort-size.sql?raw';
import { oneRow, run, type Database } from './warehouse/database.ts';
import type { WarehouseFolder } from './warehouse/folder.ts';
import { openKept } from './warehouse/open-kept.ts';
import type { Beside, Warehouse } from './warehouse/open.ts';
import type { Stamp } from './warehouse/stamp.ts';

/**
 * The one door between the warehouse and the world: asks, withholds small cells, and stamps where the answer came from. The public gets
 * numbers that are rounded too, so that none gives a count away; throws `NotForThePublic` where it gets none.
 */
export async function answer<Name extends QuestionName>(warehouse: Warehouse, name: Name, filters: Filters, audience: Audience = 'internal'): Promise<Answer<Results[Name]>> {
	return warehouse.hold((stamp, beside) => ask({ folder: warehouse.folder, stamp, beside, audience }, name, filters));
}

type Reading = Readonly<{ folder: WarehouseFolder; stamp: Stamp; beside: Beside; audience: Audience }>;

async function ask<Name extends QuestionName>(reading: Reading, name: Name, asked: Filters): Promise<Answer<Results[Name]>> {
	const { filters, unknown } = resolveFilters(asked, reading.stamp.codebook);
	const work = { cohort: cohortOf(reading.stamp, filters), filters, unknown };
	const make = (turns: Turns, stop?: AbortSignal) => answeringAll(() => workOut(reading, name, { ...work, turns, stop }));
	if (questions[name].madeOfOthers === true) return make({ held: atOnce, database: atOnce });
	return keptAnswer(reading.stamp, name, JSON.stringify([filters, unknown, reading.audience, minimumFor(reading.audience)]), make);
}

const atOnce: Turn = (work) => work();

type Work = Readonly<{ cohort: Cohort; filters: Filters; unknown: readonly string[]; turns: Turns; stop: AbortSignal | undefined }>;

async function workOut<Name extends QuestionName>(reading: Reading, name: Name, work: Work): Promise<Answer<Results[Name]>> {
	const { stamp, audience } = reading;
	const question = questions[name];
	const minimum = minimumFor(audience);
	const { asking, withholding, selected } = (await askedOfHeld(reading, name, work)) ?? (await work.turns.database(() => reading.beside((db, isNew) => askedOfDatabase(reading, name, work, { db, isNew }), work.cohort)));
	const result = audience === 'public' ? publicResult(name, withholding(minimum)) : withholding(minimum);
	return {
		question: name,
		filters: work.filters,
		snapshot: stampFor(audience, stamp),
		...result,
		method: { ...question.method, minimumCell: minimum },
		caveats: [...(stamp.synthetic ? ['These records are synthetic: they show how the dashboard works and say nothing of any treatment.'] : []), ...work.unknown, ...(selected === 0 ? [noEpisode] : []), ...question.caveats(result, asking)],
	};
}

type Asked<Name extends QuestionName> = AskedOfCohort<Results[Name]> & Readonly<{ selected: number }>;

async function askedOfHeld<Name extends QuestionName>(reading: Reading, name: Name, work: Work): Promise<Asked<Name> | undefined> {
	const courses = questions[name].askHeld && (await heldCourses(reading.stamp, reading.beside));
	if (courses === undefined) return undefined;
	return work.turns.held(async () => {
		const held = await heldCohort(courses, work.cohort);
		const asked = await askHeldCohort(name, work.filters, { ...withOf(reading, work), held });
		return asked && { ...asked, selected: held.selected.length };
	});
}

async function askedOfDatabase<Name extends QuestionName>(reading: Reading, name: Name, work: Work, { db, isNew }: Readonly<{ db: Database; isNew: boolean }>): Promise<Asked<Name>> {
	if (isNew) await run(db, cohortSql, work.cohort.selecting);
	const { selected } = await oneRow(db, z.object({ selected: z.number() }), cohortSizeSql);
	return { ...(await askCohort(name, work.filters, { ...withOf(reading, work), db })), selected };
}

function withOf(reading: Reading, { cohort, stop }: Work): With {
	const { folder, stamp, audience } = reading;
	const tableOf = (other: string, its: Filters, snapshot = stamp.id) => (snapshot === stamp.id ? tableIn(reading, other, its) : keptTable(reading, snapshot, other, its));
	return { cohort, stamp, folder, minimumCell: minimumFor(audience), tableOf, stop };
}

function minimumFor(audience: Audience): number {
	return audience === 'public' ? publicMinimum() : minimumCell();
}

function stampFor(audience: Audience, { id, publishedAt, synthetic, sessions, episodes }: Stamp): SnapshotStamp {
	const told = (count: number) => (audience === 'public' ? (publicCount(count) ?? 0) : count);
	return { id, publishedAt, synthetic, sessions: told(sessions), episodes: told(episodes) };
}

async function tableIn(reading: Reading, name: string, filters: Filters): Promise<Table> {
	if (!isQuestion(name)) throw new Error(`there is no question ${name}`);
	return tabled(name, await ask(reading, name, filters));
}

async function keptTable({ folder, audience }: Reading, snapshot: string, name: string, filters: Filters): Promise<Table> {
	const kept = await openKept(folder, snapshot);
	try {
		return await kept.hold((stamp, beside) => tableIn({ folder, stamp, beside, audience }, name, filters));
	} finally {
		kept.close();
	}
}

function tabled<Name extends QuestionName>(name: Name, given: Answer<Results[Name]>): Table {
	return questions[name].table(given);
}
