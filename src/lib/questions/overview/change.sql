-- one row a condition, and one for all (condition null): from the score at session 1 to the last later one
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
),
judged AS (
	SELECT
		course.condition,
		course.patient_key,
		course.first_score,
		course.last_score,
		course.last_score IS NOT NULL AS followed,
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
	LEFT JOIN threshold
		ON threshold.condition = course.condition
	WHERE course.first_score IS NOT NULL
)
SELECT
	condition,
	count(*) FILTER (followed)::INTEGER AS n,
	count(DISTINCT patient_key) FILTER (followed)::INTEGER AS patients,
	avg(last_score - first_score) FILTER (followed) AS mean,
	stddev_samp(last_score - first_score) FILTER (followed) AS sd,
	avg(first_score) FILTER (followed) AS "firstMean",
	avg(last_score) FILTER (followed) AS "lastMean",
	count(*) FILTER (judgeable)::INTEGER AS "started",
	count(*) FILTER (judgeable AND followed)::INTEGER AS "startedAndFollowed",
	count(*) FILTER (judgeable AND responded)::INTEGER AS responders,
	count(DISTINCT patient_key) FILTER (judgeable AND responded)::INTEGER AS "responderPatients",
	count(DISTINCT patient_key) FILTER (judgeable AND NOT responded)::INTEGER AS "otherPatients",
	count(DISTINCT patient_key) FILTER (judgeable AND followed AND NOT responded)::INTEGER AS "followedOtherPatients"
FROM judged
GROUP BY GROUPING SETS ((condition), ())
ORDER BY
	condition NULLS FIRST
