-- one row an episode of the cohort: its protocol and covariates, the score at session 1, the last later one, and whether that is a response
CREATE OR REPLACE TEMP TABLE compared AS
WITH threshold AS (
	SELECT
		unnest(from_json($thresholds, '[{"condition": "VARCHAR", "kind": "VARCHAR", "value": "DOUBLE"}]'), recursive := true)
),
course AS (
	SELECT
		cohort.episode_key,
		max(scores.score) FILTER (scores.session_number = 1) AS first_score,
		arg_max(scores.score, scores.session_number) FILTER (scores.session_number > 1) AS last_score
	FROM cohort
	JOIN scores
		USING (episode_key)
	WHERE scores.measure = $measure
	GROUP BY
		cohort.episode_key
)
SELECT
	episodes.episode_key,
	episodes.patient_key,
	episodes.condition,
	coalesce(episodes.protocol, 'not-recorded') AS protocol,
	coalesce(episodes.chronicity, 'not-recorded') AS chronicity,
	coalesce(episodes.clinic, 'not-recorded') AS clinic,
	coalesce(episodes.sex, 'not-recorded') AS sex,
	coalesce(episodes.age_band, 'not-recorded') AS age_band,
	course.first_score,
	course.last_score,
	course.first_score IS NOT NULL AND course.last_score IS NOT NULL AS followed,
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
FROM cohort
JOIN episodes
	USING (episode_key)
LEFT JOIN course
	USING (episode_key)
LEFT JOIN threshold
	ON threshold.condition = episodes.condition
