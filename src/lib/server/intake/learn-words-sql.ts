import { normalisedTerm } from '#lib/codebook/terms.ts';
import { fields, type Field } from '#lib/record/fields.ts';
import { literal, trimmedSql, typedSql, wordsOf } from '#lib/record/sql.ts';
import { textColumn, type Reading } from './record-sql.ts';
import { storedType } from './record-table-sql.ts';
import setWordsSql from './sql/set-words.sql?raw';

/**
 * Statements that learn from a file's first records what its recurring texts stand for, so that most texts need no closer look.
 * All columns are read, since the reader fails on a broken character where it reads but some.
 */
export function learnWordsSql({ records, present }: Pick<Reading, 'records' | 'present'>): Readonly<{ create: string; set: readonly string[] }> {
	const worded = fields.filter(({ name, type }) => (type === 'code' || type === 'text') && present.includes(name));
	const values = worded.map((field) => `WHEN ${literal(field.name)} THEN ${field.type === 'text' ? typedSql(field, trimmedSql('used.text'), '') : 'term.id'}`);
	const create = `-- one row a text that the first records of a file hold in a text or coded field, where there are few, and its value
CREATE OR REPLACE TEMP TABLE word AS
WITH records AS (
	${records}
),
sample AS MATERIALIZED (SELECT [${present.map(textColumn).join(', ')}] AS texts FROM records LIMIT 10000),
used AS (
	${worded.map(({ name }) => `SELECT DISTINCT ${literal(name)} AS field, texts[${present.indexOf(name) + 1}] AS text FROM sample`).join('\n\tUNION ALL ')}
),
few AS MATERIALIZED (SELECT field FROM used GROUP BY field HAVING count(*) <= 60)
SELECT
	used.field,
	used.text,
	CASE used.field ${values.join('\n\t')} END AS value
FROM used
JOIN few
	USING (field)
LEFT JOIN stage.term AS term
	ON term.field = used.field AND term.normalised = ${normalisedTerm(trimmedSql('used.text'))}`;
	return { create, set: [setWordsSql, ...worded.filter(({ type }) => type === 'code').map(setCodesSql)] };
}

function setCodesSql(field: Field): string {
	return `-- no row: the code that each learned text of a field stands for
SET VARIABLE ${wordsOf(field.name)} = (
	SELECT
	map(list(text), list(value::${storedType(field)}))
	FROM word
	WHERE field = ${literal(field.name)} AND value IS NOT NULL
)`;
}
