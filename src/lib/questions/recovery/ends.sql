-- one row a group and session of a last score: the episodes that have no later one; a patient of several is counted with the first of them
WITH course AS (
	SELECT
		group_number,
		patient_key,
		episode_key,
		max(session) AS session
	FROM scored
	GROUP BY
		group_number,
		patient_key,
		episode_key
),
counted AS (
	SELECT
		course.group_number,
		course.session,
		course.episode_key = min(course.episode_key) OVER (PARTITION BY scored_group.condition, course.patient_key) AS is_first
	FROM course
	JOIN scored_group
		USING (group_number)
)
SELECT
	group_number AS "group",
	session,
	count(*)::INTEGER AS n,
	count_if(is_first)::INTEGER AS patients
FROM counted
GROUP BY
	group_number,
	session
ORDER BY
	group_number,
	session
