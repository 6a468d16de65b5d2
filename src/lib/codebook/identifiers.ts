import { z } from 'zod';
import identifierFile from '#data/codebook/identifiers.json' with { type: 'json' };

const kinds = ['id', 'staff', 'payer', 'text', 'header'] as const;
const checks = ['nhs', 'nhi', 'bsn', 'luhn', 'dni', 'nir', 'personnummer', 'fodselsnummer', 'iban', 'vin'] as const;

/** What a text is: a code of the clinic's, who treated and where, who paid, free words, or what stands where a column's name should. */
export type TextKind = (typeof kinds)[number];

/** How the digits of a number prove that it is one of its kind. */
export type Check = (typeof checks)[number];

const given = z.array(z.string().min(1)).min(1).parse(identifierFile.givenNames);

/** First names that are common somewhere, in lower case. */
export const givenNames: ReadonlySet<string> = new Set(given.map((name) => name.toLowerCase()));

/** A regular expression that JavaScript and RE2 read alike; `{given}` stands for the given names. */
const pattern = z
	.string()
	.min(1)
	.transform((text) => text.replaceAll('{given}', given.join('|')));

const headers = z.strictObject({
	/** words that a header holds anywhere, and headers as a whole */
	words: z.array(z.string()).default([]),
	whole: z.array(z.string()).default([]),
	/** words with which a header is of something else */
	unless: z.array(z.string()).default([]),
	/** values that give nobody away whatever the header says */
	harmless: z.strictObject({ pattern: z.string(), except: z.array(z.string()).default([]) }).optional(),
});

/** What one value shows, in fields of these kinds. */
const valueRule = z.strictObject({ pattern, ignoreCase: z.boolean().default(false), kinds: z.array(z.enum(kinds)).min(1) });

/**
 * What only many values of a column show together: at least `values` distinct ones, a `share` of them of this form and with
 * right check digits, and their first characters as varied as numbers given to people are and numbers counted up are not.
 */
const columnRule = z.strictObject({
	pattern,
	ignoreCase: z.boolean().default(false),
	check: z.enum(checks).optional(),
	values: z.number().int().positive(),
	share: z.number().positive().max(1),
	starts: z.strictObject({ length: z.number().int().positive(), atLeast: z.number().int().positive() }).optional(),
});

/**
 * What shows in a column beside those of the record: the same in all records of a patient and another for nearly every one, in a `share` of
 * this form. There must be so many `patients`, some with several records where it `repeats`, and numbers must lie so far `apart` on average,
 * as those given to people do and those counted up do not. JavaScript only.
 */
const patientRule = z.strictObject({
	pattern,
	patients: z.number().int().min(2),
	share: z.number().positive().max(1),
	repeats: z.boolean().default(false),
	apart: z.number().positive().optional(),
});

/**
 * What shows in a column of patients' own ids: a `share` of at least so many `patients` has this form; `spoken` where words of a language do and codes
 * of letters do not; `groups` where what each pair of brackets holds is so varied; `own` where what the first holds is another in such a share; numbers lie so far `apart`. What is `doubtful` is told of and not refused. JavaScript only.
 */
const idRule = z.strictObject({
	pattern,
	patients: z.number().int().positive(),
	share: z.number().positive().max(1),
	spoken: z.boolean().default(false),
	groups: z.array(z.number().int().positive()).default([]),
	own: z.number().positive().max(1).optional(),
	apart: z.number().positive().optional(),
	doubtful: z.string().optional(),
});

const identifier = z.strictObject({
	id: z.string(),
	/** the letter of the identifier in 45 CFR 164.514(b)(2)(i) */
	safeHarbor: z.string().regex(/^[A-R]$/),
	label: z.string(),
	headers: headers.prefault({}),
	values: z.array(valueRule).default([]),
	columns: z.array(columnRule).default([]),
	patients: z.array(patientRule).default([]),
	ids: z.array(idRule).default([]),
});

export type Identifier = z.infer<typeof identifier>;
export type ColumnRule = z.infer<typeof columnRule>;
export type PatientRule = z.infer<typeof patientRule>;
export type IdRule = z.infer<typeof idRule>;
export type ValueRule = z.infer<typeof valueRule>;

/** What identifies a person, by the header of a column and by its values. */
export const identifiers: readonly Identifier[] = z.array(identifier).parse(identifierFile.identifiers);

/** Words that pseudonyms are made of: those that nobody is called and that may stand alone, those that tell only together, and those that describe: behind such a one any word is none of a name. */
export const pseudonymWords = z.strictObject({ alone: z.array(z.string().min(1)), together: z.array(z.string().min(1)), describing: z.array(z.string().min(1)) }).parse(identifierFile.pseudonymWords);

/** A form that every code has which holds an identifier, and few others: what does not have it need not be looked at further. RE2 only. */
export const idGate = z.array(z.string().min(1)).parse(identifierFile.idGate).join('|');

/** The form of codes that are drawn or computed, in which letters and digits may look like anything. */
export const opaque = z.string().min(1).parse(identifierFile.opaque);
