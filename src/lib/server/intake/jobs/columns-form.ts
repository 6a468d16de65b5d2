import { monthNames } from '#lib/codebook/month-names.ts';
import { fields, type FieldName } from '#lib/record/fields.ts';
import type { LookedFile } from '../looked-file.ts';
import { plainHeader } from '../mapping.ts';
import { missingColumns } from '../missing-columns.ts';
import { unitsOf } from '../units.ts';
import { columnOf, type Choices } from './choices.ts';

type Column = LookedFile['columns'][number];

const inEnglish = new Intl.DisplayNames('en', { type: 'language' });

/** What a page needs to have the columns of files settled. */
export type ColumnsForm = Readonly<{
	files: readonly string[];
	columns: readonly Readonly<{ key: string; header: string; files: readonly string[]; column: string | null; why: string; example: string | null; identifies: string | undefined }>[];
	units: readonly Readonly<{ column: string; units: readonly string[] }>[];
	/** columns of numbers, beside which something may stand */
	numbers: readonly string[];
	/** languages of months' names */
	languages: readonly Readonly<{ language: string; name: string }>[];
	constants: readonly Readonly<{ column: string; meaning: string }>[];
	missing: readonly string[];
	questions: readonly string[];
	notes: readonly string[];
	chosen: Choices;
}>;

/** Columns that may be the same for every record of a clinic's export. */
const constant: readonly FieldName[] = ['condition', 'measure', 'protocol', 'clinic', 'therapist', 'currency', 'payer'];

export function columnsForm(files: readonly LookedFile[], chosen: Choices): ColumnsForm {
	const named = files.flatMap((file) => file.columns.filter(({ header }) => header.trim() !== '').map((column) => ({ file, column, key: plainHeader(column.header) })));
	const columns = named
		.filter(({ key }, place) => named.findIndex((other) => other.key === key) === place)
		.map((first) => ({ key: first.key, ...described(first, chosen), files: named.filter(({ key }) => key === first.key).map(({ file }) => file.name) }));
	const read = fields.map(({ name }) => name).filter((name) => columns.some(({ column }) => column === name));
	return {
		files: files.map(({ name }) => name),
		columns,
		units: read.flatMap((column) => {
			const units = unitsOf(column) ?? [];
			return units.length > 1 ? [{ column, units }] : [];
		}),
		numbers: read.filter((column) => unitsOf(column) !== undefined),
		languages: [...monthNames.keys()].map((language) => ({ language, name: inEnglish.of(language) ?? language })),
		constants: fields.filter(({ name }) => constant.includes(name) && !read.includes(name)).map(({ name, meaning }) => ({ column: name, meaning })),
		missing: missingColumns(read, { name: '', columns: {}, values: {}, constants: constantsOf(chosen) }),
		questions: files.flatMap(({ questions }) => questions.filter((question) => !isAnswered(question, chosen))),
		notes: files.flatMap(({ notes }) => notes),
		chosen,
	};
}

function described({ file, column }: Readonly<{ file: LookedFile; column: Column }>, chosen: Choices) {
	const read = columnOf(chosen, column);
	const identifying = file.identifying.find(({ header }) => header === column.header);
	const identifies = identifying === undefined ? undefined : `${identifying.label} ${identifying.of === 0 ? 'by its name' : `in ${identifying.records} of the first ${identifying.of} records`}`;
	return { header: column.header, column: read, why: read === column.column ? column.why : 'as you chose', example: read === column.column && identifies === undefined ? column.example : null, identifies };
}

function constantsOf(chosen: Choices): Record<string, string> {
	return Object.fromEntries(Object.entries(chosen).flatMap(([name, value]) => (name.startsWith('constant.') && value !== '' ? [[name.slice('constant.'.length), value]] : [])));
}

/** A question names the options that answer it. */
function isAnswered(question: string, chosen: Choices): boolean {
	return Object.keys(chosen).some((name) => {
		const [kind = '', column] = name.split('.');
		const option = column === undefined ? `--${kind} ` : `--${kind} ${column}=`;
		return kind !== 'column' && question.includes(option);
	});
}
