-- one row a record of the first ones of a file of JSON lines
CREATE OR REPLACE TEMP TABLE examined AS
WITH lines AS (
	SELECT
		row_number() OVER () AS record,
		text
	FROM read_csv(
		$path,
		header = false,
		auto_detect = false,
		columns = {'text': 'VARCHAR'},
		delim = E'\x01\x02\x01\x02',
		quote = '',
		escape = '',
		strict_mode = false
	)
	LIMIT $limit
)
SELECT
	record,
	TRY_CAST(text AS JSON) AS object
FROM lines
WHERE json_type(TRY_CAST(text AS JSON)) = 'OBJECT'
