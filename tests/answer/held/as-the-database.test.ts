import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Filters } from '#lib/questions/answer.ts';
import type { Question } from '#lib/questions/question.ts';
import { isQuestion, questions } from '#lib/questions/registry.server.ts';
import { seededUniform } from '#lib/statistics/seeded-uniform.ts';
import { holdCourses } from '#lib/server/held/kept-courses.ts';
import { selectEpisodes } from '#lib/server/held/select-episodes.ts';
import cohortSql from '#lib/server/sql/cohort.sql?raw';
import { rows, run } from '#lib/server/warehouse/database.ts';
import { noOther } from '../../questions/no-other.ts';
import { sampleWarehouse } from '../sample-warehouse.ts';
import { difference } from './difference.ts';
import { randomFilters } from './random-filters.ts';

const warehouse = await sampleWarehouse();
const stamp = await warehouse.hold(async (current) => current);
const courses = await warehouse.hold(holdCourses);
if (courses === undefined) throw new Error('the sample is to be held');
const uniform = seededUniform(20);
const all = [randomFilters(courses, stamp.codebook, () => 0.99), ...Array.from({ length: 60 }, () => randomFilters(courses, stamp.codebook, uniform))];

/** Gives `work` a connection with the episodes that filters select. */
async function onCohort<T>({ measure: _measure, threshold: _threshold, rebase: _rebase, axis: _axis, delta: _delta, ...selecting }: Filters, work: (db: Parameters<typeof run>[0]) => Promise<T>): Promise<T> {
	return warehouse.read(async (db) => {
		await run(db, cohortSql, selecting);
		return work(db);
	});
}

test('the same episodes are selected', async () => {
	for (const filters of all) {
		const keys = await onCohort(filters, async (db) => rows(db, z.object({ key: z.number() }), 'SELECT episode_key AS key FROM cohort ORDER BY key'));
		const { selected } = await selectEpisodes(courses, filters);
		expect([...selected].map((place) => place + 1), JSON.stringify(filters)).toEqual(keys.map(({ key }) => key));
	}
});

const held = Object.keys(questions).filter(isQuestion).filter((name) => questions[name].askHeld !== undefined);

test.each(held)('%s is answered as by the database', async (name) => {
	const question: Pick<Question<unknown, object>, 'ask' | 'askHeld'> = questions[name];
	let answered = 0;
	for (const filters of all) {
		const measure = stamp.codebook.measures.find(({ id, primary }) => (filters.measure === null ? primary : id === filters.measure));
		if (measure === undefined) throw new Error('the codebook has no such measure');
		const asking = { filters, codebook: stamp.codebook, measure, minimumCell: 11, stamp, folder: warehouse.folder, tableOf: noOther };
		const found = await question.askHeld?.({ ...asking, held: await selectEpisodes(courses, filters), stop: undefined });
		if (found === undefined) continue;
		answered += 1;
		expect(difference(found, await onCohort(filters, (db) => question.ask({ ...asking, db }))), JSON.stringify(filters)).toBeUndefined();
	}
	expect(answered).toBeGreaterThan(all.length / 2);
});
