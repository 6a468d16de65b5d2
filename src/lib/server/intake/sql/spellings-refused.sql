-- one row a file, kind of column and spelling that values of refused records have
CREATE OR REPLACE TEMP TABLE spelling AS
WITH cell AS (
	SELECT DISTINCT
		source,
		unnest($kinds) AS kind,
		unnest(texts) AS value
	FROM stage.record
	WHERE NOT valid
)
SELECT
	source AS place,
	kind,
	value,
	true AS written,
	1 AS count,
	0 AS record
FROM cell
WHERE value IS NOT NULL
