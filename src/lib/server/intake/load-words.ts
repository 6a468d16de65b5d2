import { codebookTerms, normaliseTerm } from '#lib/codebook/terms.ts';
import type { Codebook } from '#lib/codebook/schema.ts';
import { fields } from '#lib/record/fields.ts';
import { run, type Database } from '../warehouse/database.ts';
import type { Mapping } from './mapping.ts';
import createChronicitySql from './sql/create-chronicity.sql?raw';
import createMeasureSql from './sql/create-measure.sql?raw';
import createTermSql from './sql/create-term.sql?raw';

/** Puts the codebook's words where the checks find them: terms by coded field, those of the files' mappings before the codebook's. */
export async function loadWords(db: Database, codebook: Codebook, maps: readonly Mapping[]): Promise<void> {
	await run(db, createTermSql, { terms: JSON.stringify(terms(codebook, maps)) });
	const measures = codebook.measures.map(({ id, minimum, maximum, columns }) => ({ id, minimum, maximum, holds_pain_before: columns.includes('pain_before') }));
	await run(db, createMeasureSql, { measures: JSON.stringify(measures) });
	const bands = codebook.chronicity.map(({ id, fromWeeks, belowWeeks }) => ({ id, from_weeks: fromWeeks, below_weeks: belowWeeks }));
	await run(db, createChronicitySql, { bands: JSON.stringify(bands) });
}

function terms(codebook: Codebook, maps: readonly Mapping[]) {
	const known = codebookTerms(codebook);
	return fields.flatMap((field) => {
		if (field.type !== 'code') return [];
		const labels = new Map(codebook[field.kind].map(({ id, label }) => [id, label]));
		const mapped = new Map<string, string>();
		for (const [text, id] of maps.flatMap(({ values }) => Object.entries(values[field.name] ?? {}))) {
			if (!labels.has(id)) throw new Error(`mapping: values.${field.name} names an entry that the codebook lacks: ${id}`);
			const term = normaliseTerm(text);
			if ((mapped.get(term) ?? id) !== id) throw new Error(`mapping: a word of ${field.name} stands for two entries in files imported together (${mapped.get(term) ?? ''}, ${id}): import them one by one`);
			mapped.set(term, id);
		}
		const words = new Map([...known.filter(({ kind }) => kind === field.kind).map(({ term, id }) => [term, id] as const), ...mapped]);
		return [...words].map(([normalised, id]) => ({ field: field.name, normalised, id, label: labels.get(id) ?? id }));
	});
}
