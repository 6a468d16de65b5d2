-- one row a score of a visit
CREATE TABLE stage.score AS
SELECT DISTINCT
	accepted.visit,
	measure.id AS measure,
	typed.pain AS score
FROM stage.accepted AS accepted
JOIN stage.typed AS typed
	USING ("row")
JOIN stage.measure AS measure
	ON measure.holds_pain_before
WHERE typed.pain IS NOT NULL
UNION ALL
SELECT
	accepted.visit,
	typed.measure,
	typed.score
FROM stage.accepted AS accepted
JOIN stage.typed AS typed
	USING ("row")
JOIN stage.measure AS measure
	ON measure.id = typed.measure AND NOT measure.holds_pain_before
WHERE typed.score IS NOT NULL
