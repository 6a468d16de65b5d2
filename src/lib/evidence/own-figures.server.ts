import { measureOf } from '#lib/charts/measure.ts';
import type { Codebook } from '#lib/codebook/schema.ts';
import { exportable, type Exportable } from '#lib/figures/exportable.server.ts';
import type { Answer } from '#lib/questions/answer.ts';
import type { Results } from '#lib/questions/registry.server.ts';
import type { Tellable } from '#lib/questions/tellable.ts';

/** The figures of an answer that are of these records, and not of what others published. */
export function ownFigures<Name extends Tellable>(name: Name, answer: Answer<Results[Name]>, codebook: Codebook): readonly Exportable[] {
	return exportable(name, answer, { codebook, measure: measureOf(codebook, answer.filters.measure), source: '' }).filter(({ own }) => own === undefined);
}
