-- one row a group, session number and tenth of the measure's range: the scores there
SELECT
	cohort.condition,
	cohort.protocol,
	scores.session_number AS session,
	round(10 * (scores.score - $minimum::DOUBLE) / ($maximum::DOUBLE - $minimum::DOUBLE))::INTEGER AS tenth,
	count(*)::INTEGER AS n,
	count(DISTINCT cohort.patient_key)::INTEGER AS patients
FROM cohort
JOIN scores
	USING (episode_key)
WHERE scores.measure = $measure
GROUP BY
	cohort.condition,
	cohort.protocol,
	session,
	tenth
ORDER BY
	cohort.condition,
	cohort.protocol,
	session,
	tenth
