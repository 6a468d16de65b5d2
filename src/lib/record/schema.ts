import { z } from 'zod';
import { ageBand } from './age-band.ts';
import { evenText } from './even-text.ts';
import { fields, type CodeKind, type Field, type FieldName, type TextField } from './fields.ts';
import { blanks, datePattern, falsehoods, numberPattern, rule, truths } from './rules.ts';

/** Finds the codebook id that a file's word stands for. */
export type Resolve = (kind: CodeKind, value: string) => string | undefined;

/** Range of an outcome measure; `holdsPainBefore` where its score is pain_before by another name. */
export type MeasureRange = Readonly<{ minimum: number; maximum: number; holdsPainBefore: boolean }>;

type Value = string | number | boolean | null;

/**
 * Reads one record of texts, as a file holds them, into typed values; says what is wrong field by field. `rangeOf` finds a
 * measure of the codebook by its id; `today` is an ISO date.
 */
export function recordSchema(resolve: Resolve, rangeOf: (measure: string) => MeasureRange | undefined, today: string) {
	const shape = Object.fromEntries(fields.map((field) => [field.name, valueSchema(field, resolve, today)]));
	return z.object(shape).superRefine((record, context) => {
		const missing = (name: FieldName) => record[name] === null;
		const refuse = (name: FieldName, message: string) => context.addIssue({ code: 'custom', path: [name], message: `${name} ${message}` });
		for (const field of fields) if (field.required === 'always' && missing(field.name)) refuse(field.name, 'is missing');
		if (missing('session_number') && missing('session_date')) refuse('session_date', 'is missing, and session_number too');
		if (missing('measure') && !missing('score')) refuse('measure', 'is missing, so nobody can tell what score means');
		const { measure, score, pain_before: pain } = record;
		const range = typeof measure === 'string' ? rangeOf(measure) : undefined;
		if (range === undefined || typeof score !== 'number') return;
		if (score < range.minimum || score > range.maximum) refuse('score', `must be within the range of its measure, ${range.minimum} to ${range.maximum}`);
		if (range.holdsPainBefore && typeof pain === 'number' && score !== pain) refuse('score', 'and pain_before are the same measure and disagree');
	});
}

/** Reads one value of a field: a typed value, or null where the text is empty. */
export function valueSchema(field: Field, resolve: Resolve, today: string) {
	return z
		.string()
		.nullish()
		.transform((text, context): Value => {
			const trimmed = trim(text ?? '');
			if (trimmed === '') return null;
			const value = read(field, trimmed, resolve, today);
			if (value !== undefined) return value;
			context.addIssue({ code: 'custom', message: `${field.name} ${rule(field)}` });
			return z.NEVER;
		});
}

function trim(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && blanks.includes(text.charAt(start))) start += 1;
	while (end > start && blanks.includes(text.charAt(end - 1))) end -= 1;
	return text.slice(start, end);
}

function read(field: Field, text: string, resolve: Resolve, today: string): Value | undefined {
	if (field.type === 'text') return readText(field.name === 'age_band' ? ageBand(text) : evenText(text), field);
	if (field.type === 'code') return resolve(field.kind, text);
	if (field.type === 'date') return readDate(text, field.min, today);
	if (field.type === 'boolean') return readBoolean(text.toLowerCase());
	if (!new RegExp(numberPattern, 'u').test(text)) return undefined;
	const value = Number(text) + 0;
	if (field.type === 'integer' && !Number.isInteger(value)) return undefined;
	return value >= field.min && value <= field.max ? value : undefined;
}

function readText(text: string, { pattern, never }: TextField): string | undefined {
	return new RegExp(pattern, 'u').test(text) && !never.includes(text.toLowerCase()) ? text : undefined;
}

function readDate(text: string, min: string, today: string): string | undefined {
	const day = text.slice(0, 10);
	if (!new RegExp(datePattern, 'u').test(text) || day < min || day > today) return undefined;
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}

function readBoolean(text: string): boolean | undefined {
	if (truths.some((word) => word === text)) return true;
	return falsehoods.some((word) => word === text) ? false : undefined;
}
