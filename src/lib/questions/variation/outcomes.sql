-- one row an episode scored at session 1: its case mix, who treated it first, and what came of it
CREATE OR REPLACE TEMP TABLE outcome AS
WITH threshold AS (
	SELECT
		unnest(from_json($thresholds, '[{"condition": "VARCHAR", "kind": "VARCHAR", "value": "DOUBLE"}]'), recursive := true)
),
course AS (
	SELECT
		cohort.episode_key,
		cohort.patient_key,
		cohort.condition,
		max(scores.score) FILTER (scores.session_number = 1) AS first_score,
		arg_max(scores.score, scores.session_number) FILTER (scores.session_number > 1) AS last_score
	FROM cohort
	JOIN scores
		USING (episode_key)
	WHERE scores.measure = $measure
	GROUP BY
		cohort.episode_key,
		cohort.patient_key,
		cohort.condition
)
SELECT
	course.patient_key,
	course.condition,
	coalesce(episodes.chronicity, 'not-recorded') AS chronicity,
	coalesce(episodes.sex, 'not-recorded') AS sex,
	coalesce(episodes.age_band, 'not-recorded') AS age_band,
	round(20 * (course.first_score - $minimum::DOUBLE) / ($maximum::DOUBLE - $minimum::DOUBLE)) / 20 AS baseline,
	episodes.clinic,
	episodes.therapist,
	course.last_score IS NOT NULL AS followed,
	course.last_score - course.first_score AS change,
	threshold.condition IS NOT NULL AS judgeable,
	coalesce(
		CASE threshold.kind
			WHEN 'points' THEN $better::INTEGER * (course.last_score - course.first_score) >= threshold.value
			WHEN 'percent' THEN
				course.first_score <> 0
				AND $better::INTEGER * (course.last_score - course.first_score) * 100 >= threshold.value * course.first_score
			WHEN 'at-most' THEN course.last_score <= threshold.value
			WHEN 'at-least' THEN course.last_score >= threshold.value
		END,
		false
	) AS responded
FROM course
JOIN episodes
	USING (episode_key)
LEFT JOIN threshold
	ON threshold.condition = course.condition
WHERE course.first_score IS NOT NULL
