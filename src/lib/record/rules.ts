import type { Field } from './fields.ts';

/** White space that may surround a value in a file. */
export const blanks = ' \t\r\n\u00a0';

export const truths = ['true', 'yes', 'y', '1'] as const;
export const falsehoods = ['false', 'no', 'n', '0'] as const;

/** A calendar date in ISO order; a time of day may follow and is not kept. */
export const datePattern = '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]*(Z|[+-][0-9:]+)?)?$';

/** A decimal number, as texts of files write it. */
export const numberPattern = '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$';

/** What a value of the field must be, as the end of a sentence that begins with the field's name. */
export function rule(field: Field): string {
	if (field.type === 'text') return `must be ${field.hint}`;
	if (field.type === 'code') return 'must be in the codebook';
	if (field.type === 'date') return `must be a date such as 2025-03-31, from ${field.min} to today`;
	if (field.type === 'boolean') return `must be ${[...truths, ...falsehoods].join(', ')}`;
	return `must be ${field.type === 'integer' ? 'a whole number, ' : ''}${field.min} to ${field.max}`;
}
