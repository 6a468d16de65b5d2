-- one row a group and session of a last score: the episodes that have no later one; a patient of several is counted with the first of them
WITH course AS (
	SELECT
		condition,
		part,
		patient_key,
		episode_key,
		max(session) AS session
	FROM scored
	GROUP BY
		condition,
		part,
		patient_key,
		episode_key
),
counted AS (
	SELECT
		condition,
		part,
		session,
		episode_key = min(episode_key) OVER (PARTITION BY condition, patient_key) AS is_first
	FROM course
)
SELECT
	condition,
	part,
	session,
	count(*)::INTEGER AS n,
	count_if(is_first)::INTEGER AS patients
FROM counted
GROUP BY
	condition,
	part,
	session
ORDER BY
	condition,
	part,
	session
