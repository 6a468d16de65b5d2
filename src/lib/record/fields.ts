/** Pattern of a text of one line. */
export const anyText = '^[^\\x00-\\x1f\\x7f]{1,120}$';

/** What programs write where a value is missing. */
const missing = ['null', 'na', 'n/a', '#n/a', 'nan', 'nil', 'none', 'undefined', 'unknown', '-', '?', '.'];

/** The one description of a session record. The zod schema, the SQL checks and the data dictionary are made from it. */
export const fields = [
	text('session_id', 'the visit as the clinic names it; kept to trace a row, never needed'),
	text('patient_id', 'pseudonym of the patient; one that begins with "synthetic-" marks a made-up record', { required: 'always', never: missing, hint: 'up to 120 characters on one line, and no word such as NULL or unknown' }),
	text('episode_id', 'course of treatment the visit belongs to; derived where absent'),
	text('clinic', 'where the visit took place'),
	text('therapist', 'who treated, as a code or name of staff'),
	code('condition', 'conditions', 'what was treated, by label, synonym or ICD-10-CM code', { required: 'always' }),
	code('body_region', 'bodyRegions', 'where the needles went'),
	code('side', 'sides', 'side of the body'),
	code('protocol', 'protocols', 'how it was treated'),
	integer('session_number', 'place of the visit in its episode, counted from 1; gaps are visits not recorded', { min: 1, max: 500, required: 'session' }),
	date('session_date', 'day of the visit; kept as days since the episode began plus the month', { min: '1990-01-01', required: 'session' }),
	number('pain_before', 'pain before the session, numeric rating scale', { min: 0, max: 10, unit: 'points' }),
	number('pain_after', 'pain after the session, numeric rating scale', { min: 0, max: 10, unit: 'points' }),
	code('measure', 'measures', 'the outcome measure that score belongs to'),
	number('score', 'value of measure, within the range the codebook gives it', { min: -1000, max: 1000, unit: 'as the measure' }),
	integer('needle_count', 'needles used', { min: 0, max: 200, unit: 'needles' }),
	number('retention_minutes', 'how long needles stayed in place', { min: 0, max: 120, unit: 'minutes' }),
	boolean('ultrasound_guided', 'whether ultrasound guided the needles'),
	boolean('therapist_ultrasound_certified', 'whether the therapist holds a certificate for it'),
	number('soreness_peak', 'worst soreness after the session, numeric rating scale', { min: 0, max: 10, unit: 'points' }),
	number('soreness_hours', 'how long soreness lasted', { min: 0, max: 1000, unit: 'hours' }),
	number('insertion_pain', 'pain on insertion, numeric rating scale', { min: 0, max: 10, unit: 'points' }),
	text('adverse_event', 'adverse event in a few words, or none', { pattern: '^[\\s\\S]{1,80}$', hint: 'up to 80 characters' }),
	number('cost', 'price of the session', { min: 0, max: 1_000_000, unit: 'currency' }),
	text('currency', 'ISO 4217 code of cost', { pattern: '^[A-Z]{3}$', hint: 'three capital letters, such as USD' }),
	text('payer', 'who paid'),
	text('age_band', 'age in bands; an exact age is read as its band of ten years, and 90 and over is one band', { pattern: '^([0-8]?[0-9][-–][0-9]{1,2}|([0-8]?[0-9]|90)[+]|<[0-9]{1,2})$', hint: 'a band such as 30-39, 60+ or <18' }),
	code('sex', 'sexes', 'sex as recorded'),
	number('symptom_weeks', 'weeks with symptoms before the first session', { min: 0, max: 5000, unit: 'weeks' }),
	number('weekly_distance_km', 'running distance in a usual week', { min: 0, max: 400, unit: 'km' }),
	code('discharge_reason', 'dischargeReasons', 'why the episode ended; on its last visit only'),
] as const satisfies readonly Field[];

export type FieldName = (typeof fields)[number]['name'];

/** `always`: refused without it. `session`: one of the two session fields must be there. */
export type Required = 'always' | 'session' | 'no';

export type CodeKind = 'conditions' | 'bodyRegions' | 'sides' | 'protocols' | 'measures' | 'sexes' | 'dischargeReasons';

type Base<Name extends string> = { readonly name: Name; readonly meaning: string; readonly required: Required };
export type TextField<Name extends string = string> = Base<Name> & { readonly type: 'text'; readonly pattern: string; readonly never: readonly string[]; readonly hint: string };
export type CodeField<Name extends string = string> = Base<Name> & { readonly type: 'code'; readonly kind: CodeKind };
export type NumberField<Name extends string = string> = Base<Name> & {
	readonly type: 'integer' | 'number';
	readonly min: number;
	readonly max: number;
	readonly unit: string;
};
export type DateField<Name extends string = string> = Base<Name> & { readonly type: 'date'; readonly min: string };
export type BooleanField<Name extends string = string> = Base<Name> & { readonly type: 'boolean' };
export type Field = TextField | CodeField | NumberField | DateField | BooleanField;

function text<Name extends string>(name: Name, meaning: string, options: { required?: Required; pattern?: string; never?: readonly string[]; hint?: string } = {}): TextField<Name> {
	const { required = 'no', pattern = anyText, never = [], hint = 'up to 120 characters on one line' } = options;
	return { name, type: 'text', meaning, required, pattern, never, hint };
}

function code<Name extends string>(name: Name, kind: CodeKind, meaning: string, { required = 'no' }: { required?: Required } = {}): CodeField<Name> {
	return { name, type: 'code', kind, meaning, required };
}

function number<Name extends string>(name: Name, meaning: string, range: { min: number; max: number; unit: string }): NumberField<Name> {
	return { name, type: 'number', meaning, required: 'no', ...range };
}

function integer<Name extends string>(
	name: Name,
	meaning: string,
	{ required = 'no', unit = '', ...range }: { min: number; max: number; unit?: string; required?: Required },
): NumberField<Name> {
	return { name, type: 'integer', meaning, required, unit, ...range };
}

function date<Name extends string>(name: Name, meaning: string, { min, required }: { min: string; required: Required }): DateField<Name> {
	return { name, type: 'date', meaning, required, min };
}

function boolean<Name extends string>(name: Name, meaning: string): BooleanField<Name> {
	return { name, type: 'boolean', meaning, required: 'no' };
}
