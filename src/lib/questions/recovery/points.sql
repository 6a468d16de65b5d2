-- one row a group and session number: the scores there
SELECT
	cohort.condition,
	cohort.protocol,
	scores.session_number AS session,
	count(*)::INTEGER AS n,
	count(DISTINCT cohort.patient_key)::INTEGER AS patients,
	avg(scores.score) AS mean,
	stddev_samp(scores.score) AS sd,
	quantile_cont(scores.score, 0.5) AS median,
	quantile_cont(scores.score, 0.25) AS q1,
	quantile_cont(scores.score, 0.75) AS q3
FROM cohort
JOIN scores
	USING (episode_key)
WHERE scores.measure = $measure
GROUP BY
	cohort.condition,
	cohort.protocol,
	session
ORDER BY
	cohort.condition,
	cohort.protocol,
	session
