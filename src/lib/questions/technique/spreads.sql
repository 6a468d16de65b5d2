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
),
summed AS (
	SELECT
		figure,
		count(*)::INTEGER AS n,
		count(DISTINCT patient_key)::INTEGER AS patients,
		quantile_cont(value, [0.25, 0.5, 0.75]) AS quartiles
	FROM said
	WHERE value IS NOT NULL
	GROUP BY
		figure
)
SELECT
	figure,
	n,
	patients,
	quartiles[1] AS q1,
	quartiles[2] AS median,
	quartiles[3] AS q3
FROM summed
ORDER BY
	figure
