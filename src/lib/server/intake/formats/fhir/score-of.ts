import { z } from 'zod';
import type { Measure } from '#lib/codebook/schema.ts';
import { concept, optionalText } from './elements.ts';

const number = z.number().optional().catch(undefined);

const valued = z.object({
	valueQuantity: z.object({ value: number, comparator: optionalText, unit: optionalText, code: optionalText }).optional(),
	valueInteger: number,
	valueDecimal: number,
	valueString: optionalText,
	valueCodeableConcept: concept.optional(),
	valueCoding: z.object({ display: optionalText }).optional(),
});

/** The number that an Observation or an answer holds, or why it is no score of the measure; undefined where it holds nothing. */
export function scoreOf(holder: unknown, measure: Measure): Readonly<{ value?: number; refused?: string }> | undefined {
	const { valueQuantity, valueInteger, valueDecimal, valueString, valueCodeableConcept, valueCoding } = valued.parse(holder);
	if (valueQuantity?.comparator !== undefined) return { refused: 'holds more than or less than a number: only the number itself is a score' };
	if (valueQuantity?.value !== undefined && !fits(valueQuantity.code ?? valueQuantity.unit ?? '', measure)) {
		return { refused: `has the unit ${shown(valueQuantity.code ?? valueQuantity.unit ?? '')}: ${measure.abbreviation} is counted in ${measure.unit}, from ${measure.minimum} to ${measure.maximum}` };
	}
	const value = valueQuantity?.value ?? valueInteger ?? valueDecimal;
	if (value !== undefined) return { value };
	const text = valueString ?? valueCodeableConcept?.coding?.[0]?.display ?? valueCodeableConcept?.text ?? valueCoding?.display;
	if (text === undefined) return undefined;
	return /^\s*[0-9]{1,3}([.][0-9]+)?\s*$/u.test(text) ? { value: Number(text) } : { refused: 'holds words where a number is asked for' };
}

/** Scores are counted in units of one, which UCUM writes as 1 or as a word in braces, or in the measure's own unit. */
function fits(unit: string, measure: Measure): boolean {
	return /^(|1|\{[^}]*\}|scores?|points?|level)$/iu.test(unit.trim()) || unit.trim().toLowerCase() === measure.unit.toLowerCase();
}

function shown(unit: string): string {
	return /^[A-Za-z%/[\]{}._]{1,12}$/u.test(unit) ? unit : `of ${unit.length} characters`;
}
