-- one row a condition, and one for all (condition null): episodes discharged with a reason, and those discharged as completed
WITH discharged AS (
	SELECT
		condition,
		patient_key,
		list_contains($completed, discharge_reason) AS completed
	FROM cohort
	WHERE discharge_reason IS NOT NULL
)
SELECT
	condition,
	count(*)::INTEGER AS n,
	count(*) FILTER (completed)::INTEGER AS count,
	count(DISTINCT patient_key) FILTER (completed)::INTEGER AS patients,
	count(DISTINCT patient_key) FILTER (NOT completed)::INTEGER AS "otherPatients"
FROM discharged
GROUP BY GROUPING SETS ((condition), ())
ORDER BY
	condition NULLS FIRST
