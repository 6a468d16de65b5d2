-- one row a condition and protocol: episodes, those followed (scored at session 1 and later), their scores, and those that responded
WITH summed AS (
	SELECT
		condition,
		protocol,
		count(*)::INTEGER AS episodes,
		count(*) FILTER (followed)::INTEGER AS n,
		avg(first_score) FILTER (followed) AS first_mean,
		avg(last_score) FILTER (followed) AS last_mean,
		stddev_samp(last_score) FILTER (followed) AS last_sd,
		count(*) FILTER (followed AND judgeable AND responded)::INTEGER AS responders
	FROM compared
	GROUP BY
		condition,
		protocol
),
-- what holds of an episode of each patient at least
patient AS (
	SELECT
		condition,
		protocol,
		bool_or(followed) AS followed,
		bool_or(NOT followed) AS other,
		bool_or(followed AND judgeable AND responded) AS responded,
		bool_or(followed AND judgeable AND NOT responded) AS not_responded
	FROM compared
	GROUP BY
		condition,
		protocol,
		patient_key
),
patients AS (
	SELECT
		condition,
		protocol,
		count(*)::INTEGER AS n,
		count(*) FILTER (followed)::INTEGER AS followed,
		count(*) FILTER (other)::INTEGER AS other,
		count(*) FILTER (responded)::INTEGER AS responded,
		count(*) FILTER (not_responded)::INTEGER AS not_responded
	FROM patient
	GROUP BY
		condition,
		protocol
)
SELECT
	condition,
	protocol,
	summed.episodes,
	patients.n AS patients,
	summed.n,
	patients.followed AS "followedPatients",
	patients.other AS "otherPatients",
	summed.first_mean AS "firstMean",
	summed.last_mean AS "lastMean",
	summed.last_sd AS "lastSd",
	summed.responders,
	patients.responded AS "responderPatients",
	patients.not_responded AS "nonResponderPatients"
FROM summed
JOIN patients
	USING (condition, protocol)
ORDER BY
	condition,
	protocol
