-- one row for all, one a clinic, and one a month of first visit ("not-recorded" where unknown): episodes with a score at session 1 and a later one, others, and pairs of one patient
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
),
patient AS (
	SELECT
		CASE WHEN grouping(clinic) = 0 THEN 'clinic' WHEN grouping(month) = 0 THEN 'month' ELSE 'all' END AS dimension,
		coalesce(clinic, month, 'all') AS value,
		count(*) AS episodes,
		count(*) FILTER (followed) AS followed
	FROM course
	GROUP BY GROUPING SETS ((patient_key), (patient_key, clinic), (patient_key, month))
)
SELECT
	dimension,
	value,
	sum(episodes)::INTEGER AS episodes,
	sum(followed)::INTEGER AS followed,
	count(*) FILTER (followed > 0)::INTEGER AS "followedPatients",
	count(*) FILTER (followed < episodes)::INTEGER AS "otherPatients",
	(sum(followed * (followed - 1)) // 2)::INTEGER AS "bothFollowed",
	sum(followed * (episodes - followed))::INTEGER AS "oneFollowed",
	(sum((episodes - followed) * (episodes - followed - 1)) // 2)::INTEGER AS "noneFollowed"
FROM patient
GROUP BY
	dimension,
	value
ORDER BY
	dimension,
	value
