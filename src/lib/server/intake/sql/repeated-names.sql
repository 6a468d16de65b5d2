-- one row a text that must be looked at and holds words of the columns of names, with those words
WITH spelled AS (
	SELECT
		field,
		value,
		unnest(name_words(value)) AS word
	FROM stage.suspect
)
SELECT
	field,
	value,
	list(word) AS words
FROM spelled
WHERE
	word IN (SELECT word FROM stage.named)
	AND (field, value) NOT IN (SELECT (field, value) FROM stage.identified)
GROUP BY
	field,
	value
