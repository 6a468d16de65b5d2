-- one row a group: how many episodes and patients the filters select
SELECT
	condition,
	part,
	count(*)::INTEGER AS episodes,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM cohort
GROUP BY
	condition,
	part
ORDER BY
	condition,
	part
