import { z } from 'zod';

const word = z.string().min(1);

/** A figure of a question's table: the row whose cells are these, and the columns that hold the number, its interval and its base. */
const figure = z.strictObject({
	label: word,
	question: word,
	/** filters, by the names that they have in URLs */
	filters: z.record(word, z.array(word)).default({}),
	row: z.record(word, z.union([z.string(), z.number()])),
	estimate: word,
	interval: z.tuple([word, word]).nullable(),
	n: word,
	/** of what `n` counts, in the plural */
	of: word,
	as: z.enum(['percent', 'number']).default('number'),
	unit: z.string().default(''),
});

const test = figure.extend({
	/** the sentence holds where the whole interval lies within; a bound that is absent is no bound */
	supports: z.strictObject({ from: z.number().optional(), to: z.number().optional() }).refine(({ from, to }) => (from ?? -Infinity) < (to ?? Infinity), 'from must be below to'),
});

/**
 * A factual sentence of an article. `design` is what kind of evidence the sentence would need: a description of care, a change
 * before to after without a comparison, or a comparison. A claim without tests says in `needs` what would be needed to test it.
 */
export const claim = z
	.strictObject({
		id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
		sentence: word,
		design: z.enum(['description', 'before-after', 'comparison']),
		tests: z.array(test).default([]),
		/** shown beside the claim; nothing is decided by them */
		beside: z.array(figure).default([]),
		/** why the bounds of the tests are what they are */
		reading: z.string().optional(),
		needs: z.string().optional(),
		/** what may be printed: `{1}` stands for the first figure and `[1]` for what it rests on, and so on, tests before those beside */
		print: z.strictObject({ supported: word, notSupported: word }).optional(),
		caveat: z.string().optional(),
	})
	.refine(({ tests, needs }) => tests.length > 0 || needs !== undefined, 'tests, or needs where the records cannot test it')
	.refine(({ tests, print }) => tests.length === 0 || print !== undefined, 'print must say what may be printed')
	.refine(({ tests, beside, print }) => [print?.supported, print?.notSupported].every((sentence) => namesFigures(sentence ?? '', tests.length + beside.length)), 'print must name figures that are there, each {1} with its [1]');

/** The claims of one article. */
export const claims = z.strictObject({
	article: z.strictObject({ title: word, about: z.string(), url: z.url().optional() }),
	claims: z.array(claim).min(1),
});

export type Figure = z.infer<typeof figure>;
export type Claim = z.infer<typeof claim>;
export type Claims = z.infer<typeof claims>;

function namesFigures(sentence: string, count: number): boolean {
	const values = [...sentence.matchAll(/\{(\d+)\}/gu)].map(([, place]) => Number(place));
	const bases = [...sentence.matchAll(/\[(\d+)\]/gu)].map(([, place]) => Number(place));
	return values.every((place) => place >= 1 && place <= count && bases.includes(place)) && bases.every((place) => values.includes(place));
}
