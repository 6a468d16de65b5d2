-- one row a clinic ("not-recorded" where unknown): visits per episode, and sums of the first score (x) and of the change to the last (y)
WITH scored AS (
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
)
SELECT
	coalesce(episodes.clinic, 'not-recorded') AS clinic,
	count(*)::INTEGER AS n,
	count(DISTINCT cohort.patient_key)::INTEGER AS patients,
	avg(cohort.visits) AS visits,
	stddev_samp(cohort.visits) AS "visitsSd",
	avg(scored.first_score) AS "meanX",
	avg(scored.last_score - scored.first_score) AS "meanY",
	count(*) * var_pop(scored.first_score) AS sxx,
	count(*) * covar_pop(scored.last_score - scored.first_score, scored.first_score) AS sxy,
	count(*) * var_pop(scored.last_score - scored.first_score) AS syy
FROM cohort
JOIN episodes
	USING (episode_key)
JOIN scored
	USING (episode_key)
WHERE scored.last_score - scored.first_score IS NOT NULL
GROUP BY
	clinic
ORDER BY
	clinic
