import { identifiers, type Identifier, type PatientRule } from '#lib/codebook/identifiers.ts';
import { meanDistance } from './mean-distance.ts';

/** A cell of a column, and the patient of its record. */
type OfPatient = Readonly<{ patient: string; value: string }>;

/** So many of the patients have a value of their own; two of a family or a slip may share one. */
const ownValues = 0.85;

/** The identifier that a column holds which says the same of a patient each time and something else of nearly every other. */
export function identifierOfPatients(cells: readonly OfPatient[]): Identifier | undefined {
	const values = new Map<string, string>();
	for (const { patient, value } of cells) if ((values.get(patient) ?? value) === value) values.set(patient, value);
	else return undefined;
	const distinct = [...new Set(values.values())];
	if (distinct.length < ownValues * values.size) return undefined;
	const repeats = cells.length > values.size;
	return rules.find(({ rule, form }) => follows(distinct, repeats, rule, form))?.identifier;
}

const rules = identifiers.flatMap((identifier) => identifier.patients.map((rule) => ({ identifier, rule, form: new RegExp(rule.pattern, 'u') })));

function follows(distinct: readonly string[], repeated: boolean, { patients, share, repeats, apart }: PatientRule, form: RegExp): boolean {
	const shaped = distinct.filter((value) => form.test(value));
	if (distinct.length < patients || shaped.length < share * distinct.length || (repeats && !repeated)) return false;
	return apart === undefined || meanDistance(shaped.map((value) => Number(value.replaceAll(/[^0-9]/gu, '')))) >= apart;
}
