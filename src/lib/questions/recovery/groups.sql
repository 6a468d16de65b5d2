-- one row a group: how many episodes and patients the filters select
SELECT
	condition,
	protocol,
	count(*)::INTEGER AS episodes,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM cohort
GROUP BY
	condition,
	protocol
ORDER BY
	condition,
	protocol
