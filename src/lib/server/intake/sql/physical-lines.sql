-- one row a record of a delimited file, as the reader counts them: the line it begins on and whether it is blank; bytes that are not UTF-8 are lines too
CREATE OR REPLACE TEMP TABLE physical AS
WITH lines AS (
	SELECT
		row_number() OVER () AS line,
		text,
		contains(text, '"') AS quoted
	FROM read_csv(
		$path,
		header = false,
		auto_detect = false,
		columns = {'text': 'VARCHAR'},
		delim = E'\x01\x02\x01\x02',
		quote = '',
		escape = '',
		strict_mode = false,
		encoding = 'latin-1'
	)
),
-- whether a line leaves a quoted value open, where it begins outside of one and where it begins within one
ending AS (
	SELECT
		line,
		text IS NULL AS blank,
		coalesce(quoted AND regexp_matches(text, '^(' || $field || '[' || $delimiter || '])* *"([^"]|"")*$'), false) AS opens,
		coalesce(
			NOT quoted
			OR regexp_matches(text, '^([^"]|"")*$')
			OR regexp_matches(text, '^([^"]|"")*"([^"' || $delimiter || '][^' || $delimiter || ']*)?[' || $delimiter || '](' || $field || '[' || $delimiter || '])* *"([^"]|"")*$'),
			true
		) AS stays
	FROM lines
),
turned AS (
	SELECT
		line,
		blank,
		opens,
		stays,
		sum((opens AND NOT stays)::INTEGER) OVER (ORDER BY line ROWS UNBOUNDED PRECEDING) % 2 AS turns
	FROM ending
),
settled AS (
	SELECT
		line,
		blank,
		(turns + coalesce(max(CASE WHEN opens = stays THEN 2 * line + (opens::INTEGER + turns) % 2 END) OVER (ORDER BY line ROWS UNBOUNDED PRECEDING), 0)) % 2 = 1 AS open
	FROM turned
),
marked AS (
	SELECT
		line,
		blank,
		NOT lag(open, 1, false) OVER (ORDER BY line) AS begins
	FROM settled
)
SELECT
	row_number() OVER (ORDER BY line) AS record,
	line,
	blank
FROM marked
WHERE begins
