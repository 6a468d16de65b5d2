-- one row a condition, session number and fate: scores at that session of those with no later visit and of those who came back
SELECT
	cohort.condition,
	scores.session_number AS session,
	cohort.last_session > scores.session_number AS stayed,
	count(*)::INTEGER AS n,
	count(DISTINCT cohort.patient_key)::INTEGER AS patients,
	avg(scores.score) AS mean,
	stddev_samp(scores.score) AS sd
FROM cohort
JOIN scores
	USING (episode_key)
WHERE scores.measure = $measure
GROUP BY
	cohort.condition,
	session,
	stayed
ORDER BY
	cohort.condition,
	session,
	stayed
