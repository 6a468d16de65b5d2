-- one row an episode of the cohort and week since its first visit, week 1 being the first seven days: the first score given in that week
CREATE OR REPLACE TEMP TABLE scored AS
SELECT
	scored_group.group_number,
	cohort.patient_key,
	scores.episode_key,
	1 + sessions.day_offset // 7 AS session,
	arg_min(scores.score, scores.session_number) AS score
FROM cohort
JOIN scored_group
	USING (condition, part)
JOIN scores
	USING (episode_key)
JOIN sessions
	ON sessions.episode_key = scores.episode_key
	AND sessions.session_number = scores.session_number
WHERE scores.measure = $measure AND sessions.day_offset >= 0
GROUP BY
	scored_group.group_number,
	cohort.patient_key,
	scores.episode_key,
	session
