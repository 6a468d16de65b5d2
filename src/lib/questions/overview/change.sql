-- one row a condition, and one for all (condition null): from the score at session 1 to the last later one
WITH judged AS (
	SELECT
		cohort.condition,
		cohort.patient_key,
		scored_course.first_score,
		scored_course.last_score,
		scored_course.last_score - scored_course.first_score AS change,
		scored_course.last_score IS NOT NULL AS followed,
		scored_course.judgeable,
		scored_course.improved OR scored_course.responded AS improved,
		scored_course.responded
	FROM scored_course
	JOIN cohort
		USING (episode_key)
	WHERE scored_course.first_score IS NOT NULL
),
summed AS (
	SELECT
		condition,
		count(*) FILTER (followed)::INTEGER AS n,
		avg(change) FILTER (followed) AS mean,
		stddev_samp(change) FILTER (followed) AS sd,
		avg(first_score) FILTER (followed) AS first_mean,
		avg(last_score) FILTER (followed) AS last_mean,
		quantile_cont(change, [0.25, 0.5, 0.75]) FILTER (followed) AS quartiles,
		count(*) FILTER (judgeable)::INTEGER AS started,
		count(*) FILTER (judgeable AND followed)::INTEGER AS started_and_followed,
		count(*) FILTER (judgeable AND responded)::INTEGER AS responders,
		count(*) FILTER (judgeable AND followed AND NOT improved)::INTEGER AS no_better
	FROM judged
	GROUP BY GROUPING SETS ((condition), ())
),
-- what holds of an episode of each patient at least
patient AS (
	SELECT
		condition,
		bool_or(followed) AS followed,
		bool_or(judgeable AND responded) AS responded,
		bool_or(judgeable AND NOT responded) AS other,
		bool_or(judgeable AND followed AND NOT responded) AS followed_other,
		bool_or(judgeable AND followed AND NOT improved) AS no_better,
		bool_or(judgeable AND followed AND improved AND NOT responded) AS less_better
	FROM judged
	GROUP BY GROUPING SETS ((condition, patient_key), (patient_key))
),
patients AS (
	SELECT
		condition,
		count(*) FILTER (followed)::INTEGER AS followed,
		count(*) FILTER (responded)::INTEGER AS responded,
		count(*) FILTER (other)::INTEGER AS other,
		count(*) FILTER (followed_other)::INTEGER AS followed_other,
		count(*) FILTER (no_better)::INTEGER AS no_better,
		count(*) FILTER (less_better)::INTEGER AS less_better
	FROM patient
	GROUP BY
		condition
)
SELECT
	summed.condition,
	summed.n,
	coalesce(patients.followed, 0) AS patients,
	summed.mean,
	summed.sd,
	summed.first_mean AS "firstMean",
	summed.last_mean AS "lastMean",
	summed.quartiles[1] AS q1,
	summed.quartiles[2] AS median,
	summed.quartiles[3] AS q3,
	summed.started,
	summed.started_and_followed AS "startedAndFollowed",
	summed.responders,
	coalesce(patients.responded, 0) AS "responderPatients",
	coalesce(patients.other, 0) AS "otherPatients",
	coalesce(patients.followed_other, 0) AS "followedOtherPatients",
	summed.no_better AS "noBetter",
	coalesce(patients.no_better, 0) AS "noBetterPatients",
	coalesce(patients.less_better, 0) AS "lessBetterPatients"
FROM summed
LEFT JOIN patients
	ON patients.condition IS NOT DISTINCT FROM summed.condition
ORDER BY
	summed.condition NULLS FIRST
