-- one row a condition, and one for all (condition null): episodes discharged with a reason, and those discharged as completed
SELECT
	condition,
	count(*) FILTER (discharge_reason IS NOT NULL)::INTEGER AS n,
	count(*) FILTER (discharge_reason IN (SELECT unnest($completed)))::INTEGER AS count,
	count(DISTINCT patient_key) FILTER (discharge_reason IN (SELECT unnest($completed)))::INTEGER AS patients,
	count(DISTINCT patient_key) FILTER (
		discharge_reason IS NOT NULL AND discharge_reason NOT IN (SELECT unnest($completed))
	)::INTEGER AS "otherPatients"
FROM cohort
GROUP BY GROUPING SETS ((condition), ())
ORDER BY
	condition NULLS FIRST
