import type { Table } from '#lib/charts/drawing.ts';
import { fields } from '#lib/record/fields.ts';
import { rule } from '#lib/record/rules.ts';

const needed = { always: 'yes', session: 'this or the other session column', no: 'no' } as const;

/** The columns that an import knows, written from the field table. */
export function dictionaryTable(): Table {
	return {
		caption: 'The columns that an import knows: one row of a file is one visit',
		columns: ['Column', 'What it holds', 'Values', 'Required'],
		rows: fields.map((field) => [field.name, field.meaning, rule(field).replace(/^must be /u, ''), needed[field.required]]),
	};
}
