-- one row a quantity of a visit, over the visits that say it: needles used, minutes that they stayed in place where they stayed at all
WITH said AS (
	SELECT
		cohort.patient_key,
		unnest([
			{'figure': 'needles', 'value': sessions.needle_count::DOUBLE},
			{'figure': 'minutes', 'value': CASE WHEN sessions.retention_minutes > 0 THEN sessions.retention_minutes::DOUBLE END}
		], recursive := true)
	FROM cohort
	JOIN sessions
		USING (episode_key)
)
SELECT
	figure,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients,
	quantile_cont(value, 0.25) AS q1,
	quantile_cont(value, 0.5) AS median,
	quantile_cont(value, 0.75) AS q3
FROM said
WHERE value IS NOT NULL
GROUP BY
	figure
ORDER BY
	figure
