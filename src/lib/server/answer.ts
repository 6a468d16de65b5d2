import { z } from 'zod';
import type { Answer, Filters, SnapshotStamp } from '#lib/questions/answer.ts';
import type { Audience } from '#lib/questions/audience.ts';
import { noEpisode } from '#lib/questions/no-episode.ts';
import type { Table } from '#lib/questions/question.ts';
import { isQuestion, questions, type QuestionName, type Results } from '#lib/questions/registry.server.ts';
import { keptAnswer } from './answer-cache.ts';
import { askCohort } from './ask-cohort.ts';
import { cohortOf, type Cohort } from './cohort-of.ts';
import { minimumCell } from './disclosure/minimum-cell.ts';
import { publicCount } from './disclosure/public-count.ts';
import { publicMinimum } from './disclosure/public-minimum.ts';
import { publicResult } from './disclosure/public-result.ts';
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
	const cohort = cohortOf(reading.stamp, filters);
	const make = (stop?: AbortSignal) => answeringAll(() => reading.beside((db, isNew) => workOut(reading, name, { db, isNew, cohort, filters, unknown, stop }), cohort));
	return questions[name].madeOfOthers === true ? make() : keptAnswer(reading.stamp, name, JSON.stringify([filters, unknown, reading.audience, minimumFor(reading.audience)]), make);
}

type Work = Readonly<{ db: Database; isNew: boolean; cohort: Cohort; filters: Filters; unknown: readonly string[]; stop: AbortSignal | undefined }>;

async function workOut<Name extends QuestionName>(reading: Reading, name: Name, { db, isNew, cohort, filters, unknown, stop }: Work): Promise<Answer<Results[Name]>> {
	const { folder, stamp, audience } = reading;
	const question = questions[name];
	const tableOf = (other: string, its: Filters, snapshot = stamp.id) => (snapshot === stamp.id ? tableIn(reading, other, its) : keptTable(reading, snapshot, other, its));
	if (isNew) await run(db, cohortSql, cohort.selecting);
	const { selected } = await oneRow(db, z.object({ selected: z.number() }), cohortSizeSql);
	const minimum = minimumFor(audience);
	const { asking, withholding } = await askCohort(name, filters, { db, cohort, stamp, folder, minimumCell: minimum, tableOf, stop });
	const result = audience === 'public' ? publicResult(name, withholding(minimum)) : withholding(minimum);
	return {
		question: name,
		filters,
		snapshot: stampFor(audience, stamp),
		...result,
		method: { ...question.method, minimumCell: minimum },
		caveats: [...(stamp.synthetic ? ['These records are synthetic: they show how the dashboard works and say nothing of any treatment.'] : []), ...unknown, ...(selected === 0 ? [noEpisode] : []), ...question.caveats(result, asking)],
	};
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
