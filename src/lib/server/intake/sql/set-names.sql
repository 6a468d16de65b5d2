-- no row: by field, the spelling of each name that is kept instead of another
SET VARIABLE names = (
	WITH names AS (
		SELECT
			field,
			map(list(spelling), list(name)) AS kept
		FROM stage.respelled
		GROUP BY
			field
	)
	SELECT
		map(list(field), list(kept))
	FROM names
)
