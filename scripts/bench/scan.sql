-- one row a session number: what the bare engine takes to read the columns that a course of scores is made of
SELECT
	scores.session_number,
	count(*)::INTEGER AS n,
	avg(scores.score) AS mean,
	stddev_samp(scores.score) AS sd
FROM scores
JOIN episodes
	USING (episode_key)
WHERE scores.measure = $measure AND episodes.condition = $condition
GROUP BY
	scores.session_number
