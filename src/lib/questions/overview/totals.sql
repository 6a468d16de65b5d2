-- one row a condition, and one for all (condition null): episodes, patients and visits per episode
SELECT
	condition,
	count(*)::INTEGER AS episodes,
	count(DISTINCT patient_key)::INTEGER AS patients,
	quantile_cont(visits, 0.5) AS median,
	quantile_cont(visits, 0.25) AS q1,
	quantile_cont(visits, 0.75) AS q3
FROM cohort
GROUP BY GROUPING SETS ((condition), ())
ORDER BY
	condition NULLS FIRST
