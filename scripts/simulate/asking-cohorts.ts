import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import type { Asking } from '#lib/questions/question.ts';
import cohortSql from '#lib/server/sql/cohort.sql?raw';
import { run } from '#lib/server/warehouse/database.ts';
import { warehouseFolder } from '#lib/server/warehouse/folder.ts';
import type { Cohorts } from './draw-cohorts.ts';
import { primaryMeasure } from './primary-measure.ts';
import dropCohortSql from './sql/drop-cohort.sql?raw';

/** Selects cohorts by name, as a filter selects conditions, and gives what a question is asked with about them; nothing is withheld. */
export async function askingCohorts({ db }: Cohorts, names: readonly string[]): Promise<Asking> {
	const filters = { ...parseFilters(new URLSearchParams()), condition: names };
	const { measure: _measure, threshold: _threshold, rebase: _rebase, axis: _axis, delta: _delta, ...selecting } = filters;
	await run(db, dropCohortSql);
	await run(db, cohortSql, selecting);
	const codebook = { ...defaultCodebook, conditions: names.map((id) => ({ id, label: id, synonyms: [], codes: {}, naturalCourse: [], persistence: [], trials: [] })) };
	const stamp = { id: 'simulated', publishedAt: '', synthetic: true, sessions: 0, episodes: 0, patients: 0, datePrecision: 'month' as const, fingerprint: '', codebook };
	return { db, filters, codebook, measure: primaryMeasure, minimumCell: 1, stamp, folder: warehouseFolder('.'), tableOf: refuse };
}

async function refuse(name: string): Promise<never> {
	throw new Error(`no other question is to be asked here: ${name}`);
}
