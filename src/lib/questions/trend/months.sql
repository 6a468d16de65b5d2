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
		coalesce(list_contains($completed, cohort.discharge_reason), false) AS completed
	FROM cohort
	JOIN visited
		USING (episode_key)
	JOIN scored_course
		USING (episode_key)
	WHERE length(visited.month) = 7 AND scored_course.first_score IS NOT NULL
),
summed AS (
	SELECT
		month,
		count(change)::INTEGER AS followed,
		avg(change) AS mean,
		count(*)::INTEGER AS episodes,
		count(*) FILTER (judgeable)::INTEGER AS started,
		count(*) FILTER (judgeable AND responded)::INTEGER AS responders,
		count(*) FILTER (completed)::INTEGER AS completed,
		count(*) FILTER (recorded)::INTEGER AS recorded,
		coalesce(sum(events) FILTER (recorded), 0)::INTEGER AS events,
		coalesce(sum(events * events) FILTER (recorded), 0)::INTEGER AS event_squares
	FROM course
	GROUP BY
		month
),
-- what holds of an episode of each patient at least
patient AS (
	SELECT
		month,
		bool_or(change IS NOT NULL) AS followed,
		bool_or(change IS NULL) AS lost,
		bool_or(judgeable AND responded) AS responded,
		bool_or(judgeable AND NOT responded) AS other,
		bool_or(NOT judgeable) AS unjudged,
		bool_or(completed) AS completed,
		bool_or(NOT completed) AS not_completed,
		bool_or(recorded AND events > 0) AS with_event,
		bool_or(recorded AND events = 0) AS quiet,
		bool_or(NOT recorded) AS unrecorded
	FROM course
	GROUP BY
		month,
		patient_key
),
patients AS (
	SELECT
		month,
		count(*) FILTER (followed)::INTEGER AS followed,
		count(*) FILTER (lost)::INTEGER AS lost,
		count(*) FILTER (responded)::INTEGER AS responded,
		count(*) FILTER (other)::INTEGER AS other,
		count(*) FILTER (unjudged)::INTEGER AS unjudged,
		count(*) FILTER (completed)::INTEGER AS completed,
		count(*) FILTER (not_completed)::INTEGER AS not_completed,
		count(*) FILTER (with_event)::INTEGER AS with_event,
		count(*) FILTER (quiet)::INTEGER AS quiet,
		count(*) FILTER (unrecorded)::INTEGER AS unrecorded
	FROM patient
	GROUP BY
		month
)
SELECT
	month,
	summed.followed,
	patients.followed AS "followedPatients",
	patients.lost AS "lostPatients",
	summed.mean,
	summed.episodes,
	summed.started,
	summed.responders,
	patients.responded AS "responderPatients",
	patients.other AS "otherPatients",
	patients.unjudged AS "unjudgedPatients",
	summed.completed,
	patients.completed AS "completedPatients",
	patients.not_completed AS "notCompletedPatients",
	summed.recorded,
	summed.events,
	summed.event_squares AS "eventSquares",
	patients.with_event AS "eventPatients",
	patients.quiet AS "quietPatients",
	patients.unrecorded AS "unrecordedPatients"
FROM summed
JOIN patients
	USING (month)
ORDER BY
	month
