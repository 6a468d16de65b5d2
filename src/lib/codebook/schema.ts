import { z } from 'zod';
import { naturalCourse, persistence, trial } from './published.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const citation = z.string().min(1);

/** What every entry of the codebook has. `synonyms` and `codes` are what a file may say instead of `label`. */
const entry = z.strictObject({
	id,
	label: z.string().min(1),
	synonyms: z.array(z.string().min(1)).default([]),
	codes: z.record(z.string(), z.array(z.string().min(1))).default({}),
	note: z.string().optional(),
});

/** `naturalCourse` and `persistence` are what is published of people not treated as here, `trials` what is published of needling against something else. */
export const condition = entry.extend({
	bodyRegion: id.optional(),
	naturalCourse: z.array(naturalCourse).default([]),
	persistence: z.array(persistence).default([]),
	trials: z.array(trial).default([]),
});

export const protocol = entry.extend({
	technique: z.string().optional(),
	retentionMinutesUpTo: z.number().positive().optional(),
	ultrasoundGuided: z.boolean().optional(),
	components: z.array(id).default([]),
	/** the trial in which patients were given this protocol by lot, as cited; protocols of one trial may be compared as such */
	randomisedIn: citation.optional(),
});

/** `points` and `percent` are improvements from baseline; `at-most` and `at-least` are levels reached. */
export const threshold = z.strictObject({
	id,
	label: z.string().min(1),
	kind: z.enum(['points', 'percent', 'at-most', 'at-least']),
	value: z.number(),
	primary: z.boolean().default(false),
	conditions: z.array(id).default([]),
	citation,
});

export const measure = entry.extend({
	abbreviation: z.string().min(1),
	minimum: z.number(),
	maximum: z.number(),
	unit: z.string().min(1),
	better: z.enum(['lower', 'higher']),
	primary: z.boolean().default(false),
	/** canonical columns that hold this measure without naming it */
	columns: z.array(z.enum(['pain_before'])).default([]),
	thresholds: z.array(threshold).default([]),
	citation: citation.optional(),
});

/** `course` says what the reason means for the course of treatment. */
export const dischargeReason = entry.extend({ course: z.enum(['completed', 'left', 'referred', 'other']) });

export const chronicity = entry.extend({ fromWeeks: z.number().nonnegative(), belowWeeks: z.number().positive().nullable(), citation: citation.optional() });

export const codebook = z.strictObject({
	conditions: z.array(condition).default([]),
	protocols: z.array(protocol).default([]),
	measures: z.array(measure).default([]),
	dischargeReasons: z.array(dischargeReason).default([]),
	bodyRegions: z.array(entry).default([]),
	sides: z.array(entry).default([]),
	sexes: z.array(entry).default([]),
	chronicity: z.array(chronicity).default([]),
});

export type Codebook = z.infer<typeof codebook>;
export type CodebookKind = keyof Codebook;
export type Entry = z.infer<typeof entry>;
export type Condition = z.infer<typeof condition>;
export type Measure = z.infer<typeof measure>;
export type Threshold = z.infer<typeof threshold>;
