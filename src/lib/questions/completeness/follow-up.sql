-- one row a clinic, and one a month of first visit ("not-recorded" where unknown): episodes with a score at session 1 and a later one, and others
WITH scored AS (
	SELECT
		cohort.episode_key,
		count(*) FILTER (scores.session_number = 1) > 0 AND count(*) FILTER (scores.session_number > 1) > 0 AS followed
	FROM cohort
	JOIN scores
		USING (episode_key)
	WHERE scores.measure = $measure
	GROUP BY
		cohort.episode_key
),
visited AS (
	SELECT
		cohort.episode_key,
		arg_min(sessions.period, sessions.session_number) AS period
	FROM cohort
	JOIN sessions
		USING (episode_key)
	GROUP BY
		cohort.episode_key
),
course AS (
	SELECT
		cohort.patient_key,
		coalesce(episodes.clinic, 'not-recorded') AS clinic,
		coalesce(visited.period, 'not-recorded') AS month,
		coalesce(scored.followed, false) AS followed
	FROM cohort
	JOIN episodes
		USING (episode_key)
	LEFT JOIN visited
		ON visited.episode_key = cohort.episode_key
	LEFT JOIN scored
		ON scored.episode_key = cohort.episode_key
)
SELECT
	CASE WHEN grouping(clinic) = 0 THEN 'clinic' ELSE 'month' END AS dimension,
	coalesce(clinic, month) AS value,
	count(*)::INTEGER AS episodes,
	count(*) FILTER (followed)::INTEGER AS followed,
	count(DISTINCT patient_key) FILTER (followed)::INTEGER AS "followedPatients",
	count(DISTINCT patient_key) FILTER (NOT followed)::INTEGER AS "otherPatients"
FROM course
GROUP BY GROUPING SETS ((clinic), (month))
ORDER BY
	dimension,
	value
