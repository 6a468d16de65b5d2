-- one row a condition and band of visits, and one a band for all (condition null): sums of the first score (x) and of the change to the last (y)
WITH band AS (
	SELECT
		unnest(from_json($bands, '[{"first": "INTEGER", "last": "INTEGER"}]'), recursive := true)
),
scored AS (
	SELECT
		cohort.episode_key,
		max(scores.score) FILTER (scores.session_number = 1) AS first_score,
		arg_max(scores.score, scores.session_number) FILTER (scores.session_number > 1) AS last_score
	FROM cohort
	JOIN scores
		USING (episode_key)
	WHERE scores.measure = $measure
	GROUP BY
		cohort.episode_key
)
SELECT
	cohort.condition,
	band.first,
	count(*)::INTEGER AS n,
	count(DISTINCT cohort.patient_key)::INTEGER AS patients,
	avg(scored.first_score) AS "meanX",
	avg(scored.last_score - scored.first_score) AS "meanY",
	count(*) * var_pop(scored.first_score) AS sxx,
	count(*) * covar_pop(scored.last_score - scored.first_score, scored.first_score) AS sxy,
	count(*) * var_pop(scored.last_score - scored.first_score) AS syy
FROM cohort
JOIN scored
	USING (episode_key)
JOIN band
	ON cohort.visits >= band.first AND (band.last IS NULL OR cohort.visits <= band.last)
WHERE scored.last_score - scored.first_score IS NOT NULL
GROUP BY GROUPING SETS ((cohort.condition, band.first), (band.first))
ORDER BY
	cohort.condition NULLS FIRST,
	band.first
