-- one row a month of the first visit of episodes with a score at session 1: change to the last score, responders, completed, adverse events
WITH visited AS (
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
course AS (
	SELECT
		visited.month,
		visited.events,
		visited.recorded,
		cohort.patient_key,
		scored_course.last_score - scored_course.first_score AS change,
		scored_course.judgeable,
		scored_course.responded,
		coalesce(cohort.discharge_reason IN (SELECT unnest($completed)), false) AS completed
	FROM cohort
	JOIN visited
		USING (episode_key)
	JOIN scored_course
		USING (episode_key)
	WHERE length(visited.month) = 7 AND scored_course.first_score IS NOT NULL
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
	coalesce(sum(events * events) FILTER (recorded), 0)::INTEGER AS "eventSquares",
	count(DISTINCT patient_key) FILTER (recorded AND events > 0)::INTEGER AS "eventPatients",
	count(DISTINCT patient_key) FILTER (recorded AND events = 0)::INTEGER AS "quietPatients",
	count(DISTINCT patient_key) FILTER (NOT recorded)::INTEGER AS "unrecordedPatients"
FROM course
GROUP BY
	month
ORDER BY
	month
