import type { Identifier, TextKind } from '#lib/codebook/identifiers.ts';
import type { FieldName } from '#lib/record/fields.ts';
import { textKind } from '../identifier-sql.ts';
import { plainHeader } from '../mapping.ts';
import { birthDates } from './birth-dates.ts';
import { headerWords } from './header-words.ts';
import { identifierNamed } from './identifier-named.ts';
import { identifierOfColumn } from './identifier-of-column.ts';
import { identifierOfHeader } from './identifier-of-header.ts';
import { identifierOfIds } from './identifier-of-ids.ts';
import { identifierOfPatients } from './identifier-of-patients.ts';
import { identifierOfValue } from './identifier-of-value.ts';

/** A column that identifies people: by its header, or by what stands in the records that were looked at; `first` counts them from 1. `doubtful` says what it looks like where it may be harmless. */
export type IdentifyingColumn = Readonly<{ header: string; field: FieldName | undefined; identifier: Identifier; doubtful: string | undefined; records: number; of: number; first: number }>;

type Column = Readonly<{ header: string; field: FieldName | undefined; values: readonly string[]; ofPatients: readonly Readonly<{ patient: string; value: string }>[] }>;

/**
 * The columns of a file that identify people, judged by their headers and by its first records. What a column that is read as
 * text holds in single cells is not looked at here: all its values are, once they are read.
 */
export function identifyingColumns(headers: readonly string[], columns: readonly (FieldName | undefined)[], records: readonly (readonly (string | null)[])[]): IdentifyingColumn[] {
	const isBirthDates = birthDates(records);
	const patients = columns.indexOf('patient_id');
	return headers.flatMap((header, place) => {
		const cells = records.map((record) => (record[place] ?? '').trim().slice(0, longest));
		const ofPatients = cells.flatMap((value, record) => (value === '' ? [] : [{ patient: records[record]?.[patients] ?? '', value }])).filter(({ patient }) => patient !== '');
		const column = { header, field: columns[place], values: cells.filter((cell) => cell !== ''), ofPatients };
		const found = column.field === undefined ? ofUnread(column, isBirthDates) : ofRead(column, column.field);
		if (found === undefined) return [];
		const [identifier, holds, doubtful] = found;
		return [{ header, field: column.field, identifier, doubtful, records: cells.filter(holds).length, of: records.length, first: Math.max(cells.findIndex(holds), 0) + 1 }];
	});
}

/** So many characters of a value are looked at. */
const longest = 300;

/** Too short or too plain to identify anybody. */
const plain = /^([+-]?[0-9.,]{1,6}|.{0,3})$/u;

type Found = readonly [identifier: Identifier, holds: (cell: string) => boolean, doubtful?: string | undefined];

const written = (cell: string) => cell !== '';

/** What nobody reads may still be on its way: it is named, so that it is deleted at its source. */
function ofUnread({ header, values, ofPatients }: Column, isBirthDates: (values: readonly string[]) => boolean): Found | undefined {
	const whole = identifierOfHeader(header, values) ?? (isBirthDates(values) ? identifierNamed('date') : undefined) ?? identifierOfColumn(values) ?? identifierOfPatients(ofPatients);
	const ofStaff = isOfStaff(header);
	if (whole !== undefined && !(ofStaff && isAllowed(whole, 'staff'))) return [whole, written];
	const held = new Map([...new Set(values)].filter((value) => !plain.test(value)).map((value) => [value, identifierOfValue(value, 'header')]));
	const single = [...held.values()].find((identifier) => identifier !== undefined && identifier.id !== 'date' && !(ofStaff && isAllowed(identifier, 'staff')));
	return single === undefined ? undefined : [single, (cell) => held.get(cell) === single];
}

function ofRead({ header, values }: Column, field: FieldName): Found | undefined {
	const kind = textKind(field);
	if (kind === undefined) return undefined;
	const byHeader = plainHeader(header) === field ? undefined : identifierOfHeader(header, values);
	if (byHeader !== undefined && !isAllowed(byHeader, kind)) return [byHeader, written];
	const byValues = kind === 'id' ? identifierOfColumn(values) : undefined;
	if (byValues !== undefined && byValues.id !== 'name') return [byValues, written];
	const byForm = field === 'patient_id' ? identifierOfIds([...new Set(values)]) : undefined;
	return byForm === undefined ? undefined : [byForm.identifier, written, byForm.doubtful];
}

/** Clinics and therapists have names, addresses and licences that are no patient's. */
function isAllowed({ id }: Identifier, kind: TextKind): boolean {
	return kind === 'staff' && ['name', 'geography', 'licence', 'url'].includes(id);
}

function isOfStaff(header: string): boolean {
	const words = headerWords(header);
	return identifierNamed('name').headers.unless.some((word) => words.includes(headerWords(word)));
}
