import { z } from 'zod';
import type { Measure } from '#lib/codebook/schema.ts';
import type { CodeIndex } from './code-index.ts';
import { concept, instant, keyOf, optionalText, period, reference } from './elements.ts';
import type { Flattened } from './flat-row.ts';
import { scoreOf } from './score-of.ts';

const observation = z.object({
	status: optionalText,
	code: concept.optional(),
	subject: reference.optional(),
	encounter: reference.optional(),
	effectiveDateTime: optionalText,
	effectivePeriod: period.optional(),
	effectiveInstant: optionalText,
});

const untrue = ['entered-in-error', 'cancelled', 'registered'];

/** A score of a measure that the codebook knows. */
export function observationRows(resource: unknown, index: CodeIndex, measures: ReadonlyMap<string, Measure>): Flattened {
	const { status = '', code, subject, encounter, effectiveDateTime, effectivePeriod, effectiveInstant } = observation.parse(resource);
	if (untrue.includes(status)) return status;
	const measure = measures.get(index.ids('measures', code)[0] ?? '');
	if (measure === undefined) return 'with no code of the codebook';
	const score = scoreOf(resource, measure);
	if (score === undefined) return 'without a value';
	const start = effectiveDateTime ?? effectiveInstant ?? effectivePeriod?.start;
	return [{ type: 'Score', patient: keyOf(subject), encounter: keyOf(encounter), start, moment: instant(start), entry: measure.id, before: measure.columns.includes('pain_before'), ...score }];
}
