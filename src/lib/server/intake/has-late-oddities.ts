import { z } from 'zod';
import { fields, type FieldName } from '#lib/record/fields.ts';
import { literal } from '#lib/record/sql.ts';
import { rows, type Database } from '../warehouse/database.ts';
import { wordsForNothing } from './ambiguity-missing.ts';
import { columnKinds, kindOf } from './column-shapes.ts';
import type { Mapping } from './mapping.ts';
import type { SettledSource } from './settle-sources.ts';
import { shapesOf } from './shapes.ts';
import spellingsSql from './sql/spellings-refused.sql?raw';

const oddity = z.object({ place: z.number(), kind: z.enum(columnKinds), shape: z.string() });

/** Shapes that say nothing of how a column is written: those that are read as they stand, and what nobody can read. */
const plain = /^(iso|day number|to [0-9]+( with a point)?|beyond( with a point)?|other|whole|text|word|other words|two numbers|a bound)$/u;

/**
 * Whether records show that a column is written otherwise than its first records let on: among the values that were refused, words that
 * stand for nothing, dates and numbers in another spelling; among those that were read, the same words in a text, and ids that a spreadsheet has changed.
 */
export async function hasLateOddities(db: Database, settled: readonly SettledSource[], { missing }: Mapping): Promise<boolean> {
	const refused = await shapesOf(db, spellingsSql, { kinds: fields.map(kindOf) });
	const kept = await rows(db, oddity, keptShapesSql, { nothing: wordsForNothing });
	return [...refused, ...kept].some(({ place, kind, shape }) => {
		if (plain.test(shape) || settled[place]?.seen.includes(kind) === true) return false;
		return missing === undefined || !shape.startsWith('nothing');
	});
}

const texts = fields.filter(({ name, type }) => type === 'text' && name !== 'patient_id');
const ids = fields.filter((field) => kindOf(field) === 'id');

/** The columns are the field table's and nobody else's. */
const keptShapesSql = `-- one row a file, kind of column and shape that texts have which were read
WITH nothing AS (
	SELECT
		source AS place,
		unnest([${texts.map((field) => `CASE WHEN ${isNothing(field.name)} THEN ${literal(kindOf(field))} END`).join(', ')}]) AS kind
	FROM stage.record
	WHERE valid AND (${texts.map(({ name }) => isNothing(name)).join(' OR ')})
)
SELECT DISTINCT place, kind, 'nothing' AS shape FROM nothing WHERE kind IS NOT NULL
UNION ALL ${ids.map(({ name }) => `SELECT DISTINCT source AS place, 'id' AS kind, id_shape(${name}) AS shape FROM stage.record WHERE valid AND NOT screened AND ${name} IS NOT NULL`).join('\nUNION ALL ')}`;

function isNothing(name: FieldName): string {
	return `(strlen(${name}) <= ${Math.max(...wordsForNothing.map(({ length }) => length))} AND list_contains($nothing, lower(${name})))`;
}
