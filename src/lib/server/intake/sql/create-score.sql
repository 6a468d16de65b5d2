-- one row a score of a visit of a course that is not in order
CREATE TABLE stage.score AS
WITH told AS NOT MATERIALIZED (
	SELECT
		coalesce(same_visit.visit, typed."row") AS visit,
		same_visit.visit IS NOT NULL AS shared,
		typed.pain,
		typed.measure,
		typed.score
	FROM stage.typed AS typed
	LEFT JOIN stage.same_visit AS same_visit
		ON same_visit."row" = typed."row"
	ANTI JOIN stage.refused AS refused
		ON refused."row" = typed."row"
	SEMI JOIN stage.session_apart AS session
		ON session.visit = coalesce(same_visit.visit, typed."row")
	WHERE typed.valid AND coalesce(same_visit.fate, 'kept') = 'kept'
)
SELECT
	told.visit,
	measure.id AS measure,
	told.pain AS score
FROM told
JOIN stage.measure AS measure
	ON measure.holds_pain_before
WHERE told.pain IS NOT NULL AND NOT told.shared
UNION ALL
SELECT DISTINCT
	told.visit,
	measure.id AS measure,
	told.pain AS score
FROM told
JOIN stage.measure AS measure
	ON measure.holds_pain_before
WHERE told.pain IS NOT NULL AND told.shared
UNION ALL
SELECT
	told.visit,
	measure.id AS measure,
	told.score
FROM told
JOIN stage.measure AS measure
	ON measure.id = told.measure AND NOT measure.holds_pain_before
WHERE told.score IS NOT NULL
