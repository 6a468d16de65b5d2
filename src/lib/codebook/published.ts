import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const words = z.string().min(1);

/** The range of the scale that a source measured on, in the direction of the measures named beside it. */
const scale = z.strictObject({ minimum: z.number(), maximum: z.number() });

/** `measures` are those onto whose range the values may be put. */
const measured = { measures: z.array(id).min(1), scale };

const coursePoint = z.strictObject({ week: z.number().nonnegative(), mean: z.number(), lower: z.number(), upper: z.number() });

/** How a score went in people who were not treated as here, as published: means with 95 % intervals, on the source's own scale. */
export const naturalCourse = z.strictObject({
	id,
	label: words,
	...measured,
	/** what its weeks are counted from, inside a sentence */
	weeksFrom: words,
	points: z.array(coursePoint).min(2),
	setting: words,
	citation: words,
});

/** The share of people, in percent, of whom something was still true so many weeks on. */
export const persistence = z.strictObject({ id, what: words, weeksFrom: words, shares: z.array(z.strictObject({ week: z.number().positive(), percent: z.number().min(0).max(100) })).min(1), setting: words, citation: words });

/** A difference from the comparator: in points of a scale, in standard deviations, or only told in words. `estimate` is null where only the interval is given. */
const effect = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('points'), ...measured, estimate: z.number().nullable(), lower: z.number(), upper: z.number() }),
	z.strictObject({ kind: z.literal('standardised'), estimate: z.number(), lower: z.number(), upper: z.number() }),
	z.strictObject({ kind: z.literal('told'), text: words }),
]);

/** One result of a trial, or of several taken together, against a comparator. */
export const trial = z.strictObject({ id, label: words, design: words, participants: z.number().int().positive().nullable(), outcome: words, comparator: words, time: words, effect, quality: words, citation: words });

export type NaturalCourse = z.infer<typeof naturalCourse>;
export type Persistence = z.infer<typeof persistence>;
export type Trial = z.infer<typeof trial>;
