-- no row: by coded field, the codebook id of each word that it may hold
SET VARIABLE terms = (
	WITH words AS (
		SELECT
			field,
			map(list(normalised), list(id)) AS ids
		FROM stage.term
		GROUP BY
			field
	)
	SELECT
		map(list(field), list(ids))
	FROM words
)
