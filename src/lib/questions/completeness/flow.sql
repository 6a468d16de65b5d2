-- one row a step that episodes reached and not the next: 0 begun, 1 score at session 1, 2 a later one, 3 three or more, 4 a discharge reason too
WITH scored AS (
	SELECT
		cohort.episode_key,
		count(*) FILTER (scores.session_number = 1) > 0 AS baseline,
		count(*) FILTER (scores.session_number > 1) AS later
	FROM cohort
	JOIN scores
		USING (episode_key)
	WHERE scores.measure = $measure
	GROUP BY
		cohort.episode_key
),
course AS (
	SELECT
		cohort.patient_key,
		cohort.discharge_reason IS NOT NULL AS discharged,
		CASE
			WHEN scored.baseline IS NOT TRUE THEN 0
			WHEN scored.later = 0 THEN 1
			WHEN scored.later = 1 THEN 2
			WHEN cohort.discharge_reason IS NULL THEN 3
			ELSE 4
		END AS reached
	FROM cohort
	LEFT JOIN scored
		USING (episode_key)
)
SELECT
	reached,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients,
	count(DISTINCT patient_key) FILTER (discharged)::INTEGER AS "dischargedPatients"
FROM course
GROUP BY
	reached
ORDER BY
	reached
