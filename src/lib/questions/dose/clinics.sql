-- one row a clinic ("not-recorded" where unknown): visits per episode, and sums of the first score (x) and of the change to the last (y)
SELECT
	coalesce(episodes.clinic, 'not-recorded') AS clinic,
	count(*)::INTEGER AS n,
	count(DISTINCT cohort.patient_key)::INTEGER AS patients,
	avg(cohort.visits) AS visits,
	stddev_samp(cohort.visits) AS "visitsSd",
	avg(scored_course.first_score) AS "meanX",
	avg(scored_course.last_score - scored_course.first_score) AS "meanY",
	count(*) * var_pop(scored_course.first_score) AS sxx,
	count(*) * covar_pop(scored_course.last_score - scored_course.first_score, scored_course.first_score) AS sxy,
	count(*) * var_pop(scored_course.last_score - scored_course.first_score) AS syy
FROM cohort
JOIN episodes
	USING (episode_key)
JOIN scored_course
	USING (episode_key)
WHERE scored_course.last_score - scored_course.first_score IS NOT NULL
GROUP BY
	clinic
ORDER BY
	clinic
