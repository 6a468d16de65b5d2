-- one row an episode, with the places of the sets that it is in
CREATE TEMP TABLE piece AS
SELECT
	episodes.episode_key,
	episodes.patient_key,
	coalesce(string_agg(marked.place::VARCHAR, ' ' ORDER BY marked.place), '') AS within
FROM episodes
LEFT JOIN marked
	USING (episode_key)
GROUP BY
	episodes.episode_key,
	episodes.patient_key
