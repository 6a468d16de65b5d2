import { z } from 'zod';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer, Filters } from '#lib/questions/answer.ts';
import type { Table } from '#lib/questions/question.ts';
import { isQuestion, questions, type QuestionName, type Results } from '#lib/questions/registry.server.ts';
import { keptAnswer } from './answer-cache.ts';
import { minimumCell } from './disclosure/minimum-cell.ts';
import { resolveFilters } from './resolve-filters.ts';
import cohortSql from './sql/cohort.sql?raw';
import cohortSizeSql from './sql/cohort-size.sql?raw';
import { oneRow, run, type Database } from './warehouse/database.ts';
import type { WarehouseFolder } from './warehouse/folder.ts';
import type { Beside, Warehouse } from './warehouse/open.ts';
import type { Stamp } from './warehouse/stamp.ts';
import { withinTime } from './within-time.ts';

/** The one door between the warehouse and the world: asks, withholds small cells, and stamps where the answer came from. */
export async function answer<Name extends QuestionName>(warehouse: Warehouse, name: Name, filters: Filters): Promise<Answer<Results[Name]>> {
	return warehouse.read((db, stamp, beside) => ask({ folder: warehouse.folder, db, stamp, beside }, name, filters));
}

type Reading = Readonly<{ folder: WarehouseFolder; db: Database; stamp: Stamp; beside: Beside }>;

async function ask<Name extends QuestionName>(reading: Reading, name: Name, asked: Filters): Promise<Answer<Results[Name]>> {
	const { filters, unknown } = resolveFilters(asked, reading.stamp.codebook);
	const make = () => workOut(reading, name, filters, unknown);
	return questions[name].madeOfOthers === true ? make() : keptAnswer(reading.stamp, name, JSON.stringify([filters, unknown, minimumCell()]), make);
}

async function workOut<Name extends QuestionName>(reading: Reading, name: Name, filters: Filters, unknown: readonly string[]): Promise<Answer<Results[Name]>> {
	const { folder, db, stamp } = reading;
	const question = questions[name];
	const tableOf = (other: string, its: Filters) => reading.beside((own) => tableIn({ ...reading, db: own }, other, its));
	const { id, publishedAt, synthetic, sessions, episodes } = stamp;
	const asking = { db, filters, codebook: stamp.codebook, measure: measureOf(stamp.codebook, filters), minimumCell: minimumCell(), stamp, folder, tableOf };
	const { measure: _measure, threshold: _threshold, rebase: _rebase, axis: _axis, delta: _delta, ...selecting } = filters;
	await run(db, cohortSql, selecting);
	const { selected } = await oneRow(db, z.object({ selected: z.number() }), cohortSizeSql);
	const raw = await withinTime(db, () => question.ask(asking));
	const result = question.protect(raw, asking.minimumCell);
	return {
		question: name,
		filters,
		snapshot: { id, publishedAt, synthetic, sessions, episodes },
		...result,
		method: { ...question.method, minimumCell: asking.minimumCell },
		caveats: [...(synthetic ? ['These records are synthetic: they show how the dashboard works and say nothing of any treatment.'] : []), ...unknown, ...(selected === 0 ? ['No episode matches these filters.'] : []), ...question.caveats(result, asking)],
	};
}

async function tableIn(reading: Reading, name: string, filters: Filters): Promise<Table> {
	if (!isQuestion(name)) throw new Error(`there is no question ${name}`);
	return tabled(name, await ask(reading, name, filters));
}

function tabled<Name extends QuestionName>(name: Name, given: Answer<Results[Name]>): Table {
	return questions[name].table(given);
}

function measureOf(codebook: Codebook, { measure }: Filters): Measure {
	const found = codebook.measures.find(({ id, primary }) => (measure === null ? primary : id === measure)) ?? codebook.measures.find(({ primary }) => primary);
	if (found === undefined) throw new Error('the codebook has no primary measure');
	return found;
}
