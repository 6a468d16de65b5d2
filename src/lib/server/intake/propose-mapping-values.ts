import type { Codebook } from '#lib/codebook/schema.ts';
import { codebookTerms, normaliseTerm } from '#lib/codebook/terms.ts';
import { fields, type FieldName } from '#lib/record/fields.ts';
import { falsehoods, truths } from '#lib/record/rules.ts';
import { valueSchema } from '#lib/record/schema.ts';

/** Words of the codebook, as KIND WORD. */
export type Words = ReadonlySet<string>;

/** Distinct values of a column, and each in the form in which the codebook's words are compared. */
export type Sample = Readonly<{ texts: readonly string[]; terms: readonly string[] }>;

const sampled = 100;

export function codebookWords(codebook: Codebook): Words {
	return new Set(codebookTerms(codebook).map(({ kind, term }) => `${kind} ${term}`));
}

/** The first distinct values of a column that are not blank. */
export function sampleOf(cells: readonly (string | null | undefined)[]): Sample {
	const texts = [...new Set(cells.map((cell) => (cell ?? '').trim()).filter((text) => text !== ''))].slice(0, sampled);
	return { texts, terms: texts.map(normaliseTerm) };
}

const date = /^((\p{L}+(-\p{L}+)?[.]?,? +)?[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}|[0-9]{8}|(\p{L}+[., ]+)?[0-9]{1,2}[-/. ]*(de )?\p{L}{3,12}[-/., ]*(de )?[0-9]{2,4}|(\p{L}+[., ]+)?\p{L}{3,12}[. ]+[0-9]{1,2},? [0-9]{2,4})([T ,].*)?$/u;
const number = /^[+-]?[0-9]{1,3}([.,' ’\u00a0]?[0-9]{3})*([.,][0-9]+)?$|^[+-]?[0-9]+([.,][0-9]+)?$/u;
const beside = /^([A-Za-z]{0,3}[$€£¥₹]|[A-Z]{3}) ?(?=[0-9])|(?<=[0-9]) ?([$€£¥₹]|\/ ?100?|\p{L}{1,8} 100?|\p{L}{1,12}[.]?)$/gu;
const yesOrNo = new Set<string>([...truths, ...falsehoods]);

/** The share of values that are of a column's kind, however they are written; of a column without values, all. */
export function fitOf(name: FieldName, { texts, terms }: Sample, words: Words): number {
	const field = fields.find((each) => each.name === name);
	if (field === undefined || texts.length === 0) return 1;
	const share = (fits: (text: string) => boolean) => texts.filter(fits).length / texts.length;
	if (field.type === 'date') return share((text) => date.test(text));
	if (field.type === 'code') return Math.max(terms.filter((term) => words.has(`${field.kind} ${term}`)).length / texts.length, areWords(texts) ? 0.5 : 0);
	if (field.type === 'boolean') return Math.max(share((text) => yesOrNo.has(text.toLowerCase())), texts.length <= 2 ? 0.5 : 0);
	if (field.type === 'text') {
		const schema = valueSchema(field, () => undefined, '');
		return share((text) => schema.safeParse(text).success);
	}
	const limit = field.max * 10;
	return share((text) => {
		const bare = text.replaceAll(beside, '');
		return number.test(bare) && Math.abs(Number(bare.replace(',', '.').replaceAll(/[^0-9.+-]/gu, ''))) <= limit;
	});
}

/** A value to show, of a column whose values are numbers or words of the codebook; never an identifier, a date or free text. */
export function exampleOf(name: FieldName, { texts, terms }: Sample, words: Words): string | null {
	const field = fields.find((each) => each.name === name);
	if (field?.type === 'code') return texts.find((_, place) => words.has(`${field.kind} ${terms[place] ?? ''}`)) ?? null;
	if (field?.type === 'number' || field?.type === 'integer') return texts.find((text) => number.test(text) && text.length <= 7) ?? null;
	return null;
}

/** Few short words may be a clinic's own, which the codebook does not know yet. */
function areWords(texts: readonly string[]): boolean {
	return texts.length < sampled && texts.every((text) => text.length <= 60 && !number.test(text) && !date.test(text));
}
