import { z } from 'zod';

const text = z.string().optional().catch(undefined);

/** The data types of FHIR R4 that a course of treatment is told in; whatever else they hold is not read. */
export const coding = z.object({ system: text, code: text, display: text });

export const concept = z.object({ coding: z.array(coding).optional().catch(undefined), text });

export const reference = z.object({ reference: text, display: text });

export const period = z.object({ start: text, end: text });

export const optionalText = text;

export type Concept = z.infer<typeof concept>;

export type Reference = z.infer<typeof reference>;

/** The id that a reference ends in, whether it is relative, absolute or a urn; undefined where it leads to no resource of the export. */
export function keyOf(target: Reference | undefined): string | undefined {
	const path = target?.reference?.replace(/\/_history\/.*$/u, '');
	if (path === undefined || path.startsWith('#') || path.includes('?')) return undefined;
	return path.split(/[/:]/u).at(-1);
}

/** The time of day that a date carries, in milliseconds; undefined where it is only a day. */
export function instant(date: string | undefined): number | undefined {
	if (date === undefined || !date.includes('T')) return undefined;
	const time = Date.parse(date);
	return Number.isNaN(time) ? undefined : time;
}
