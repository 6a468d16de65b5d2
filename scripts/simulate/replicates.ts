import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { patientEpisodes } from '#lib/sample/patient-episodes.ts';
import { plan } from '#lib/sample/plan.ts';
import type { Scenario } from '#lib/sample/scenario.ts';

/** The measure that the made-up scores are stored under. */
export const measure = 'score';

/**
 * A database that holds `count` independent cohorts of `size` episodes for each condition, under the names that a snapshot's
 * tables and the selected episodes have: the cohort's number stands where a protocol would.
 */
export async function replicates(scenario: Scenario, seed: number, count: number, size: number): Promise<DuckDBConnection> {
	const db = await (await DuckDBInstance.create(':memory:')).connect();
	await db.run('CREATE TABLE cohort (episode_key INTEGER, patient_key INTEGER, condition VARCHAR, protocol VARCHAR)');
	await db.run('CREATE TABLE scores (episode_key INTEGER, session_number INTEGER, measure VARCHAR, score DOUBLE)');
	const cohort = await db.createAppender('cohort');
	const scores = await db.createAppender('scores');
	const laidOut = plan(scenario, { complete: false });
	const drawn = new Map(scenario.conditions.map(({ id }) => [id, 0]));
	let key = 0;
	for (let patient = 1; [...drawn.values()].some((episodes) => episodes < count * size); patient++) {
		for (const { setting, visits } of patientEpisodes(laidOut, seed, patient)) {
			const condition = setting.condition.id;
			const episodes = drawn.get(condition) ?? 0;
			if (episodes >= count * size) continue;
			drawn.set(condition, episodes + 1);
			key += 1;
			cohort.appendInteger(key);
			cohort.appendInteger(patient);
			cohort.appendVarchar(condition);
			cohort.appendVarchar(String(Math.floor(episodes / size)).padStart(5, '0'));
			cohort.endRow();
			for (const { session, painBefore } of visits) {
				if (painBefore === null) continue;
				scores.appendInteger(key);
				scores.appendInteger(session);
				scores.appendVarchar(measure);
				scores.appendDouble(painBefore);
				scores.endRow();
			}
		}
	}
	cohort.closeSync();
	scores.closeSync();
	return db;
}
