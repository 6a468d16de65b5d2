import { normalisedTerm } from '#lib/codebook/terms.ts';
import { fields } from '#lib/record/fields.ts';
import { literal, trimmedSql, typedSql } from '#lib/record/sql.ts';
import { textColumn, type Reading } from './record-sql.ts';

/**
 * Learns from a file's first records what its recurring texts stand for, so that most texts need no closer look. All columns are
 * read, since the reader fails on a broken character where it reads but some.
 */
export function learnWordsSql({ records, present }: Pick<Reading, 'records' | 'present'>): string {
	const worded = fields.filter(({ name, type }) => (type === 'code' || type === 'text') && present.includes(name));
	const values = worded.map((field) => `WHEN ${literal(field.name)} THEN ${field.type === 'text' ? typedSql(field, trimmedSql('used.text'), '') : 'term.id'}`);
	return `-- no row: by text or coded field, the value of each text that the file's first records hold, where there are few
SET VARIABLE words = (
	WITH records AS (
	${records}
	),
	sample AS MATERIALIZED (SELECT [${present.map(textColumn).join(', ')}] AS texts FROM records LIMIT 10000),
	used AS (
	${worded.map(({ name }) => `SELECT DISTINCT ${literal(name)} AS field, texts[${present.indexOf(name) + 1}] AS text FROM sample`).join('\n\tUNION ALL ')}
	),
	few AS MATERIALIZED (SELECT field FROM used GROUP BY field HAVING count(*) <= 60),
	meaning AS (
	SELECT
	used.field,
	used.text,
	CASE used.field ${values.join('\n\t')} END AS value
	FROM used
	JOIN few
	USING (field)
	LEFT JOIN stage.term AS term
	ON term.field = used.field AND term.normalised = ${normalisedTerm(trimmedSql('used.text'))}
	),
	words AS (SELECT field, map(list(text), list(value)) AS meanings FROM meaning WHERE value IS NOT NULL GROUP BY field)
	SELECT map(list(field), list(meanings)) FROM words
)`;
}
