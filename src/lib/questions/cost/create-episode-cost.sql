-- one row an episode of the cohort: what its visits cost, whether all of them have a price in one currency, and whether it responded
CREATE OR REPLACE TEMP TABLE episode_cost AS
WITH threshold AS (
	SELECT
		unnest(from_json($thresholds, '[{"condition": "VARCHAR", "kind": "VARCHAR", "value": "DOUBLE"}]'), recursive := true)
),
price AS (
	SELECT
		cohort.episode_key,
		cohort.patient_key,
		cohort.condition,
		sum(sessions.cost) AS cost,
		coalesce(min(sessions.currency), 'not-recorded') AS currency,
		count(*) AS visits,
		count(sessions.cost) AS priced,
		count(DISTINCT coalesce(sessions.currency, 'not-recorded')) FILTER (sessions.cost IS NOT NULL) AS currencies
	FROM cohort
	JOIN sessions
		USING (episode_key)
	GROUP BY
		cohort.episode_key,
		cohort.patient_key,
		cohort.condition
),
course AS (
	SELECT
		scores.episode_key,
		max(scores.score) FILTER (scores.session_number = 1) AS first_score,
		arg_max(scores.score, scores.session_number) FILTER (scores.session_number > 1) AS last_score
	FROM cohort
	JOIN scores
		USING (episode_key)
	WHERE scores.measure = $measure
	GROUP BY
		scores.episode_key
)
SELECT
	price.episode_key,
	price.patient_key,
	coalesce(episodes.protocol, 'not-recorded') AS protocol,
	coalesce(episodes.payer, 'not-recorded') AS payer,
	price.currency,
	price.cost,
	price.priced = price.visits AND price.currencies = 1 AS complete,
	course.first_score IS NOT NULL AND threshold.condition IS NOT NULL AS judged,
	coalesce(
		CASE threshold.kind
			WHEN 'points' THEN $better::INTEGER * (course.last_score - course.first_score) >= threshold.value
			WHEN 'percent' THEN
				course.first_score <> 0
				AND $better::INTEGER * (course.last_score - course.first_score) * 100 >= threshold.value * abs(course.first_score)
			WHEN 'at-most' THEN course.last_score <= threshold.value
			WHEN 'at-least' THEN course.last_score >= threshold.value
		END,
		false
	) AS responded
FROM price
JOIN episodes
	USING (episode_key)
LEFT JOIN course
	USING (episode_key)
LEFT JOIN threshold
	ON threshold.condition = price.condition
