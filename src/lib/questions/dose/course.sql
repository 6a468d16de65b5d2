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
)
SELECT
	cohort.condition,
	count(*)::INTEGER AS episodes,
	count(DISTINCT cohort.patient_key)::INTEGER AS patients,
	quantile_cont(cohort.visits, [0.1, 0.25, 0.5, 0.75, 0.9]) AS sessions,
	count(lasted.weeks)::INTEGER AS dated,
	count(DISTINCT cohort.patient_key) FILTER (lasted.weeks IS NOT NULL)::INTEGER AS "datedPatients",
	count(DISTINCT cohort.patient_key) FILTER (lasted.weeks IS NULL)::INTEGER AS "undatedPatients",
	quantile_cont(lasted.weeks, [0.1, 0.25, 0.5, 0.75, 0.9]) AS weeks,
	count(*) FILTER (cohort.visits < $from::INTEGER)::INTEGER AS below,
	count(*) FILTER (cohort.visits BETWEEN $from::INTEGER AND $to::INTEGER)::INTEGER AS within,
	count(*) FILTER (cohort.visits > $to::INTEGER)::INTEGER AS above,
	count(DISTINCT cohort.patient_key) FILTER (cohort.visits < $from::INTEGER)::INTEGER AS "belowPatients",
	count(DISTINCT cohort.patient_key) FILTER (cohort.visits BETWEEN $from::INTEGER AND $to::INTEGER)::INTEGER AS "withinPatients",
	count(DISTINCT cohort.patient_key) FILTER (cohort.visits > $to::INTEGER)::INTEGER AS "abovePatients"
FROM cohort
LEFT JOIN lasted
	ON lasted.episode_key = cohort.episode_key
GROUP BY GROUPING SETS ((cohort.condition), ())
ORDER BY
	cohort.condition NULLS FIRST
