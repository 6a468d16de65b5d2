-- one row a measure with scores: how many episodes have one
SELECT
	'measure' AS filter,
	scores.measure AS value,
	count(DISTINCT scores.episode_key)::INTEGER AS n,
	count(DISTINCT episodes.patient_key)::INTEGER AS patients
FROM scores
JOIN episodes
	USING (episode_key)
GROUP BY
	scores.measure
ORDER BY
	scores.measure
