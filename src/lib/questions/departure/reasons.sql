-- one row a condition and discharge reason; "none" where no reason is recorded
SELECT
	condition,
	coalesce(discharge_reason, 'none') AS reason,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM cohort
GROUP BY
	condition,
	reason
ORDER BY
	condition,
	n DESC,
	reason
