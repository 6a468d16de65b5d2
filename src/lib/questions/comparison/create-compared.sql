-- one row an episode of the cohort: its protocol and covariates, the score at session 1, the last later one, and whether that is a response
CREATE OR REPLACE TEMP TABLE compared AS
SELECT
	episodes.episode_key,
	episodes.patient_key,
	episodes.condition,
	coalesce(episodes.protocol, 'not-recorded') AS protocol,
	coalesce(episodes.chronicity, 'not-recorded') AS chronicity,
	coalesce(episodes.clinic, 'not-recorded') AS clinic,
	coalesce(episodes.sex, 'not-recorded') AS sex,
	coalesce(episodes.age_band, 'not-recorded') AS age_band,
	scored_course.first_score,
	scored_course.last_score,
	scored_course.first_score IS NOT NULL AND scored_course.last_score IS NOT NULL AS followed,
	scored_course.judgeable,
	scored_course.responded
FROM scored_course
JOIN episodes
	USING (episode_key)
