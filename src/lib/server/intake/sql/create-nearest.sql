-- one row an unknown value of a coded field: the codebook's nearest labels
CREATE TABLE stage.nearest AS
WITH unknown AS (
	SELECT DISTINCT
		field,
		value
	FROM stage.fault
	WHERE
		value IS NOT NULL
		AND field IN (SELECT field FROM stage.term)
	ORDER BY
		field,
		value
	LIMIT 1000
),
compared AS (
	SELECT
		unknown.field,
		unknown.value,
		term.label,
		max(jaro_winkler_similarity(lower(unknown.value), term.normalised)) AS similarity
	FROM unknown
	JOIN stage.term AS term
		ON term.field = unknown.field
	GROUP BY
		unknown.field,
		unknown.value,
		term.label
),
ranked AS (
	SELECT
		field,
		value,
		label,
		similarity
	FROM compared
	QUALIFY row_number() OVER (PARTITION BY field, value ORDER BY similarity DESC, label) <= 3
)
SELECT
	field,
	value,
	string_agg(label, ', ' ORDER BY similarity DESC, label) AS labels
FROM ranked
GROUP BY
	field,
	value
