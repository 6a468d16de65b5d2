-- one row a record of a delimited file, as the reader counts them: the line it begins on and whether it is blank
CREATE OR REPLACE TEMP TABLE physical AS
WITH lines AS (
	SELECT
		row_number() OVER () AS line,
		text,
		length(text) - length(replace(text, '"', '')) AS quotes
	FROM read_csv(
		$path,
		header = false,
		auto_detect = false,
		columns = {'text': 'VARCHAR'},
		delim = '\x01',
		quote = '',
		escape = '',
		strict_mode = false,
		ignore_errors = true
	)
),
marked AS (
	SELECT
		line,
		text,
		coalesce(sum(quotes) OVER (ORDER BY line ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) % 2 = 0 AS begins
	FROM lines
)
SELECT
	row_number() OVER (ORDER BY line) AS record,
	line,
	text IS NULL AS blank
FROM marked
WHERE begins
