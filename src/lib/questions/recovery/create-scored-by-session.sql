-- one row a score of the cohort, by the number of the session it was given at
CREATE OR REPLACE TEMP TABLE scored AS
SELECT
	scored_group.group_number,
	cohort.patient_key,
	scores.episode_key,
	scores.session_number AS session,
	scores.score
FROM cohort
JOIN scored_group
	USING (condition, part)
JOIN scores
	USING (episode_key)
WHERE scores.measure = $measure
