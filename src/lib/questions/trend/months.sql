-- one row a month of the first visit of episodes with a score at session 1: change to the last score, responders, completed, adverse events
WITH threshold AS (
	SELECT
		unnest(from_json($thresholds, '[{"condition": "VARCHAR", "kind": "VARCHAR", "value": "DOUBLE"}]'), recursive := true)
),
visited AS (
	SELECT
		cohort.episode_key,
		arg_min(sessions.period, sessions.session_number) AS month,
		count(*) FILTER (lower(sessions.adverse_event) <> 'none') AS events,
		count(sessions.adverse_event) > 0 AS recorded
	FROM cohort
	JOIN sessions
		USING (episode_key)
	GROUP BY
		cohort.episode_key
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
),
course AS (
	SELECT
		visited.month,
		visited.events,
		visited.recorded,
		cohort.patient_key,
		scored.last_score - scored.first_score AS change,
		threshold.condition IS NOT NULL AS judgeable,
		coalesce(
			CASE threshold.kind
				WHEN 'points' THEN $better::INTEGER * (scored.last_score - scored.first_score) >= threshold.value
				WHEN 'percent' THEN
					scored.first_score <> 0
					AND $better::INTEGER * (scored.last_score - scored.first_score) * 100 >= threshold.value * scored.first_score
				WHEN 'at-most' THEN scored.last_score <= threshold.value
				WHEN 'at-least' THEN scored.last_score >= threshold.value
			END,
			false
		) AS responded,
		coalesce(cohort.discharge_reason IN (SELECT unnest($completed)), false) AS completed
	FROM cohort
	JOIN visited
		USING (episode_key)
	JOIN scored
		USING (episode_key)
	LEFT JOIN threshold
		ON threshold.condition = cohort.condition
	WHERE length(visited.month) = 7 AND scored.first_score IS NOT NULL
)
SELECT
	month,
	count(change)::INTEGER AS followed,
	count(DISTINCT patient_key) FILTER (change IS NOT NULL)::INTEGER AS "followedPatients",
	count(DISTINCT patient_key) FILTER (change IS NULL)::INTEGER AS "lostPatients",
	avg(change) AS mean,
	count(*)::INTEGER AS episodes,
	count(*) FILTER (judgeable)::INTEGER AS started,
	count(*) FILTER (judgeable AND responded)::INTEGER AS responders,
	count(DISTINCT patient_key) FILTER (judgeable AND responded)::INTEGER AS "responderPatients",
	count(DISTINCT patient_key) FILTER (judgeable AND NOT responded)::INTEGER AS "otherPatients",
	count(DISTINCT patient_key) FILTER (NOT judgeable)::INTEGER AS "unjudgedPatients",
	count(*) FILTER (completed)::INTEGER AS completed,
	count(DISTINCT patient_key) FILTER (completed)::INTEGER AS "completedPatients",
	count(DISTINCT patient_key) FILTER (NOT completed)::INTEGER AS "notCompletedPatients",
	count(*) FILTER (recorded)::INTEGER AS recorded,
	coalesce(sum(events) FILTER (recorded), 0)::INTEGER AS events,
	count(DISTINCT patient_key) FILTER (recorded AND events > 0)::INTEGER AS "eventPatients",
	count(DISTINCT patient_key) FILTER (recorded AND events = 0)::INTEGER AS "quietPatients",
	count(DISTINCT patient_key) FILTER (NOT recorded)::INTEGER AS "unrecordedPatients"
FROM course
GROUP BY
	month
ORDER BY
	month
