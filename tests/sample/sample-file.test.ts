import { expect, test } from 'vitest';
import { fields } from '#lib/record/fields.ts';
import { columnNames } from '#lib/sample/lines.ts';
import { written } from './cohort.ts';

test('the columns are the canonical ones', () => {
	expect([...columnNames].sort()).toEqual(fields.map(({ name }) => name).sort());
});

test('the same seed gives the same file', () => {
	expect(written({ bad: 4 }).text).toBe(written({ bad: 4 }).text);
});

test('another seed gives another file', () => {
	expect(written({ seed: 2 }).text).not.toBe(written({ seed: 1 }).text);
});

test('a bigger file begins with the same patients', () => {
	expect(written({ patients: 300 }).text.startsWith(written({ patients: 100 }).text)).toBe(true);
});

test('every good row is counted', () => {
	const { text, tally } = written();
	expect(text.trimEnd().split('\n')).toHaveLength(tally.rows + 1);
});

test('tabs part the columns where they are asked for', () => {
	expect(written({ delimiter: '\t' }).text.replaceAll('\t', ',')).toBe(written().text);
});

test('a complete file has every session of every episode and every score', () => {
	const { tally } = written({ complete: true });
	expect(tally.rows).toBe(12 * tally.episodes);
	expect(tally.plain.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0)).toBe(tally.rows);
});

test('a bad row is at the line, and has the flaw, that the tally says', () => {
	const { text, tally } = written({ bad: 8 });
	const rows = text.split('\n');
	const found = tally.badRows.map(({ line, field }) => rows[line - 1]?.split(',')[columnNames.indexOf(field)]);
	expect(found).toEqual(tally.badRows.map(({ value }) => value));
	expect(found).toHaveLength(8);
});

test('bad rows are added to the good ones, not put in their place', () => {
	const { text, tally } = written({ bad: 8 });
	const bad = new Set(tally.badRows.map(({ line }) => line));
	const good = text.split('\n').filter((_, index) => !bad.has(index + 1));
	expect(good.join('\n')).toBe(written().text);
});

test('there can be more bad rows than patients', () => {
	expect(written({ patients: 3, bad: 10 }).tally.badRows).toHaveLength(10);
});
