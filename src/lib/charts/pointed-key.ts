import type { Reading } from './drawing.ts';

/** What charts and tables of a page know a session or a row by. `unit` is what a number counts; rows of names have none. */
export function pointedKey(unit: string, name: string | number): string {
	return `${unit} ${name}`.replace(/\s+/gu, ' ').trim();
}

/** The same of what a chart reads out. A month has a name of its own. */
export function readingKey(unit: string, { session, name }: Reading): string {
	return name === undefined ? pointedKey(unit, session) : pointedKey('', name);
}

/** What the first column of a figure's table counts. */
export function rowUnit(unit: string, readings: readonly Reading[]): string {
	return readings[0] === undefined || readings[0].name !== undefined ? '' : unit;
}
