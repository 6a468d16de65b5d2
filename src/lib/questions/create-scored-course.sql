-- one row an episode of the cohort: the score at session 1, the last later one, and whether that is better, and a response; `judgeable` where its condition has a threshold
CREATE OR REPLACE TEMP TABLE scored_course AS
WITH threshold AS (
	SELECT
		unnest(from_json($thresholds, '[{"condition": "VARCHAR", "kind": "VARCHAR", "value": "DOUBLE"}]'), recursive := true)
),
scored AS (
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
	cohort.episode_key,
	scored.first_score,
	scored.last_score,
	threshold.condition IS NOT NULL AS judgeable,
	coalesce($better::INTEGER * (scored.last_score - scored.first_score) > 0, false) AS improved,
	coalesce(
		CASE threshold.kind
			WHEN 'points' THEN $better::INTEGER * (scored.last_score - scored.first_score) >= threshold.value
			WHEN 'percent' THEN
				scored.first_score <> 0
				AND $better::INTEGER * (scored.last_score - scored.first_score) * 100 >= threshold.value * abs(scored.first_score)
			WHEN 'at-most' THEN scored.last_score <= threshold.value
			WHEN 'at-least' THEN scored.last_score >= threshold.value
		END,
		false
	) AS responded
FROM cohort
LEFT JOIN scored
	USING (episode_key)
LEFT JOIN threshold
	ON threshold.condition = cohort.condition
