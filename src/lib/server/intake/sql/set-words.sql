-- no row: by field, the value of each text that was learned
SET VARIABLE words = (
	WITH meant AS (
		SELECT
			field,
			map(list(text), list(value)) AS meanings
		FROM word
		WHERE value IS NOT NULL
		GROUP BY
			field
	)
	SELECT
		map(list(field), list(meanings))
	FROM meant
)
