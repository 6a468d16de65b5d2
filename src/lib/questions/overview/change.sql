-- one row a condition, and one for all (condition null): from the score at session 1 to the last later one
WITH judged AS (
	SELECT
		cohort.condition,
		cohort.patient_key,
		scored_course.first_score,
		scored_course.last_score,
		scored_course.last_score IS NOT NULL AS followed,
		scored_course.judgeable,
		scored_course.improved OR scored_course.responded AS improved,
		scored_course.responded
	FROM scored_course
	JOIN cohort
		USING (episode_key)
	WHERE scored_course.first_score IS NOT NULL
)
SELECT
	condition,
	count(*) FILTER (followed)::INTEGER AS n,
	count(DISTINCT patient_key) FILTER (followed)::INTEGER AS patients,
	avg(last_score - first_score) FILTER (followed) AS mean,
	stddev_samp(last_score - first_score) FILTER (followed) AS sd,
	avg(first_score) FILTER (followed) AS "firstMean",
	avg(last_score) FILTER (followed) AS "lastMean",
	quantile_cont(last_score - first_score, 0.25) FILTER (followed) AS q1,
	quantile_cont(last_score - first_score, 0.5) FILTER (followed) AS median,
	quantile_cont(last_score - first_score, 0.75) FILTER (followed) AS q3,
	count(*) FILTER (judgeable)::INTEGER AS "started",
	count(*) FILTER (judgeable AND followed)::INTEGER AS "startedAndFollowed",
	count(*) FILTER (judgeable AND responded)::INTEGER AS responders,
	count(DISTINCT patient_key) FILTER (judgeable AND responded)::INTEGER AS "responderPatients",
	count(DISTINCT patient_key) FILTER (judgeable AND NOT responded)::INTEGER AS "otherPatients",
	count(DISTINCT patient_key) FILTER (judgeable AND followed AND NOT responded)::INTEGER AS "followedOtherPatients",
	count(*) FILTER (judgeable AND followed AND NOT improved)::INTEGER AS "noBetter",
	count(DISTINCT patient_key) FILTER (judgeable AND followed AND NOT improved)::INTEGER AS "noBetterPatients",
	count(DISTINCT patient_key) FILTER (judgeable AND followed AND improved AND NOT responded)::INTEGER AS "lessBetterPatients"
FROM judged
GROUP BY GROUPING SETS ((condition), ())
ORDER BY
	condition NULLS FIRST
