-- one row an episode scored at session 1: its case mix, who treated it first, and what came of it
CREATE OR REPLACE TEMP TABLE outcome AS
SELECT
	cohort.episode_key,
	cohort.patient_key,
	cohort.condition,
	coalesce(episodes.chronicity, 'not-recorded') AS chronicity,
	coalesce(episodes.sex, 'not-recorded') AS sex,
	coalesce(episodes.age_band, 'not-recorded') AS age_band,
	round(20 * (scored_course.first_score - $minimum::DOUBLE) / ($maximum::DOUBLE - $minimum::DOUBLE)) / 20 AS baseline,
	episodes.clinic,
	episodes.therapist,
	scored_course.last_score IS NOT NULL AS followed,
	scored_course.last_score - scored_course.first_score AS change,
	scored_course.judgeable,
	scored_course.responded
FROM scored_course
JOIN cohort
	USING (episode_key)
JOIN episodes
	USING (episode_key)
WHERE scored_course.first_score IS NOT NULL
