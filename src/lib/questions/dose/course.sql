-- one row a condition, and one for all (condition null): visits and weeks per episode, and episodes by visits against $from to $to
WITH lasted AS (
	SELECT
		cohort.episode_key,
		(max(sessions.day_offset) - min(sessions.day_offset)) / 7 AS weeks
	FROM cohort
	JOIN sessions
		USING (episode_key)
	GROUP BY
		cohort.episode_key
),
course AS (
	SELECT
		cohort.condition,
		cohort.patient_key,
		cohort.visits,
		lasted.weeks
	FROM cohort
	LEFT JOIN lasted
		ON lasted.episode_key = cohort.episode_key
),
summed AS (
	SELECT
		condition,
		count(*)::INTEGER AS episodes,
		quantile_cont(visits, [0.1, 0.25, 0.5, 0.75, 0.9]) AS sessions,
		count(weeks)::INTEGER AS dated,
		quantile_cont(weeks, [0.1, 0.25, 0.5, 0.75, 0.9]) AS weeks,
		count(*) FILTER (visits < $from::INTEGER)::INTEGER AS below,
		count(*) FILTER (visits BETWEEN $from::INTEGER AND $to::INTEGER)::INTEGER AS within,
		count(*) FILTER (visits > $to::INTEGER)::INTEGER AS above
	FROM course
	GROUP BY GROUPING SETS ((condition), ())
),
-- what holds of an episode of each patient at least
patient AS (
	SELECT
		condition,
		bool_or(weeks IS NOT NULL) AS dated,
		bool_or(weeks IS NULL) AS undated,
		bool_or(visits < $from::INTEGER) AS below,
		bool_or(visits BETWEEN $from::INTEGER AND $to::INTEGER) AS within,
		bool_or(visits > $to::INTEGER) AS above
	FROM course
	GROUP BY GROUPING SETS ((condition, patient_key), (patient_key))
),
patients AS (
	SELECT
		condition,
		count(*)::INTEGER AS n,
		count(*) FILTER (dated)::INTEGER AS dated,
		count(*) FILTER (undated)::INTEGER AS undated,
		count(*) FILTER (below)::INTEGER AS below,
		count(*) FILTER (within)::INTEGER AS within,
		count(*) FILTER (above)::INTEGER AS above
	FROM patient
	GROUP BY
		condition
)
SELECT
	summed.condition,
	summed.episodes,
	coalesce(patients.n, 0) AS patients,
	summed.sessions,
	summed.dated,
	coalesce(patients.dated, 0) AS "datedPatients",
	coalesce(patients.undated, 0) AS "undatedPatients",
	summed.weeks,
	summed.below,
	summed.within,
	summed.above,
	coalesce(patients.below, 0) AS "belowPatients",
	coalesce(patients.within, 0) AS "withinPatients",
	coalesce(patients.above, 0) AS "abovePatients"
FROM summed
LEFT JOIN patients
	ON patients.condition IS NOT DISTINCT FROM summed.condition
ORDER BY
	summed.condition NULLS FIRST
