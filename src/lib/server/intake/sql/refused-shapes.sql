-- one row a file, kind of column and shape that values of refused records have
WITH cell AS (
	SELECT DISTINCT
		source,
		unnest($kinds) AS kind,
		unnest(texts) AS value
	FROM stage.record
	WHERE NOT valid
)
SELECT DISTINCT
	source,
	kind,
	unnest(value_shapes(value, kind, $nothing)) AS shape
FROM cell
WHERE value IS NOT NULL
