-- one row a condition, and one for all (condition null): episodes, patients and visits per episode
WITH summed AS (
	SELECT
		condition,
		count(*)::INTEGER AS episodes,
		count(DISTINCT patient_key)::INTEGER AS patients,
		quantile_cont(visits, [0.25, 0.5, 0.75]) AS quartiles
	FROM cohort
	GROUP BY GROUPING SETS ((condition), ())
)
SELECT
	condition,
	episodes,
	patients,
	quartiles[2] AS median,
	quartiles[1] AS q1,
	quartiles[3] AS q3
FROM summed
ORDER BY
	condition NULLS FIRST
