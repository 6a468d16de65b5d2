import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer, Filters } from '#lib/questions/answer.ts';
import { questions, type QuestionName, type Results } from '#lib/questions/registry.server.ts';
import { minimumCell } from './disclosure/minimum-cell.ts';
import { resolveFilters } from './resolve-filters.ts';
import cohortSql from './sql/cohort.sql?raw';
import { run, type Database } from './warehouse/database.ts';
import type { Warehouse } from './warehouse/open.ts';
import type { Stamp } from './warehouse/stamp.ts';

/** The one door between the warehouse and the world: asks, withholds small cells, and stamps where the answer came from. */
export async function answer<Name extends QuestionName>(warehouse: Warehouse, name: Name, filters: Filters): Promise<Answer<Results[Name]>> {
	return warehouse.read((db, stamp) => ask(warehouse, db, stamp, name, filters));
}

async function ask<Name extends QuestionName>(
	{ folder }: Warehouse,
	db: Database,
	stamp: Stamp,
	name: Name,
	asked: Filters,
): Promise<Answer<Results[Name]>> {
	const question = questions[name];
	const { filters, unknown } = resolveFilters(asked, stamp.codebook);
	const { id, publishedAt, synthetic, sessions, episodes } = stamp;
	const asking = { db, filters, codebook: stamp.codebook, measure: measureOf(stamp.codebook, filters), minimumCell: minimumCell(), stamp, folder };
	const { measure: _measure, threshold: _threshold, rebase: _rebase, by, ...selecting } = filters;
	await run(db, cohortSql, { ...selecting, byProtocol: by === 'protocol' });
	const result = question.protect(await question.ask(asking), asking.minimumCell);
	return {
		question: name,
		filters,
		snapshot: { id, publishedAt, synthetic, sessions, episodes },
		...result,
		method: { ...question.method, minimumCell: asking.minimumCell },
		caveats: [...(synthetic ? ['These records are synthetic: they show how the dashboard works and say nothing of any treatment.'] : []), ...unknown, ...question.caveats(result, asking)],
	};
}

function measureOf(codebook: Codebook, { measure }: Filters): Measure {
	const found = codebook.measures.find(({ id, primary }) => (measure === null ? primary : id === measure)) ?? codebook.measures.find(({ primary }) => primary);
	if (found === undefined) throw new Error('the codebook has no primary measure');
	return found;
}
