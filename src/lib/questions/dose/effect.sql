-- one row a condition and band of visits, and one a band for all (condition null): sums of the first score (x) and of the change to the last (y)
WITH band AS (
	SELECT
		unnest(from_json($bands, '[{"first": "INTEGER", "last": "INTEGER"}]'), recursive := true)
)
SELECT
	cohort.condition,
	band.first,
	count(*)::INTEGER AS n,
	count(DISTINCT cohort.patient_key)::INTEGER AS patients,
	avg(scored_course.first_score) AS "meanX",
	avg(scored_course.last_score - scored_course.first_score) AS "meanY",
	count(*) * var_pop(scored_course.first_score) AS sxx,
	count(*) * covar_pop(scored_course.last_score - scored_course.first_score, scored_course.first_score) AS sxy,
	count(*) * var_pop(scored_course.last_score - scored_course.first_score) AS syy
FROM cohort
JOIN scored_course
	USING (episode_key)
JOIN band
	ON cohort.visits >= band.first AND (band.last IS NULL OR cohort.visits <= band.last)
WHERE scored_course.last_score - scored_course.first_score IS NOT NULL
GROUP BY GROUPING SETS ((cohort.condition, band.first), (band.first))
ORDER BY
	cohort.condition NULLS FIRST,
	band.first
