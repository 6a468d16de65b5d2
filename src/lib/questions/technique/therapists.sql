-- one row: therapists named at visits that say whether ultrasound guided them, and how many of them used it at all
WITH therapist AS (
	SELECT
		sessions.therapist,
		bool_or(sessions.ultrasound_guided) AS uses
	FROM cohort
	JOIN sessions
		USING (episode_key)
	WHERE sessions.therapist IS NOT NULL AND sessions.ultrasound_guided IS NOT NULL
	GROUP BY
		sessions.therapist
)
SELECT
	count(*)::INTEGER AS n,
	count(*) FILTER (uses)::INTEGER AS count
FROM therapist
