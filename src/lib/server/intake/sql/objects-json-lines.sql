-- one row a line of a newline-delimited JSON file that is not blank; the object is null where the line is none, or where it was refused when it was converted
CREATE OR REPLACE TABLE stage.object AS
WITH lines AS (
	SELECT
		row_number() OVER () AS line,
		text,
		TRY_CAST(text AS JSON) AS parsed
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
)
SELECT
	line,
	CASE WHEN json_type(parsed) = 'OBJECT' AND NOT ($converted::BOOLEAN AND coalesce(parsed ->> '$."@refused"' IS NOT NULL, false)) THEN parsed END AS object,
	CASE WHEN $converted::BOOLEAN THEN parsed ->> '$."@refused"' END AS refused,
	CASE WHEN $converted::BOOLEAN AND coalesce(parsed ->> '$."@refused"' IS NOT NULL, false) THEN json_keys(parsed) END AS refused_keys
FROM lines
WHERE text IS NOT NULL
