import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import { codeIndex } from './code-index.ts';
import { conditionRows } from './condition-rows.ts';
import { encounterRows } from './encounter-rows.ts';
import type { Flattened } from './flat-row.ts';
import { observationRows } from './observation-rows.ts';
import { patientRows } from './patient-rows.ts';
import { procedureRows } from './procedure-rows.ts';
import { responseRows } from './response-rows.ts';

/** What to make of a resource by its type, in the words of a codebook. */
export function resourceFlattener(codebook: Codebook): (type: string, resource: unknown) => Flattened {
	const index = codeIndex(codebook);
	const measures: ReadonlyMap<string, Measure> = new Map(codebook.measures.map((measure) => [measure.id, measure]));
	return (type, resource) => {
		if (type === 'Patient') return patientRows(resource);
		if (type === 'Encounter') return encounterRows(resource, index);
		if (type === 'Condition') return conditionRows(resource, index);
		if (type === 'Procedure') return procedureRows(resource, index);
		if (type === 'Observation') return observationRows(resource, index, measures);
		if (type === 'QuestionnaireResponse') return responseRows(resource, index, measures);
		return 'of a type that is not read';
	};
}
