-- one row a condition and protocol: episodes, those followed (scored at session 1 and later), their scores, and those that responded
SELECT
	condition,
	protocol,
	count(*)::INTEGER AS episodes,
	count(DISTINCT patient_key)::INTEGER AS patients,
	count(*) FILTER (followed)::INTEGER AS n,
	count(DISTINCT patient_key) FILTER (followed)::INTEGER AS "followedPatients",
	count(DISTINCT patient_key) FILTER (NOT followed)::INTEGER AS "otherPatients",
	avg(first_score) FILTER (followed) AS "firstMean",
	avg(last_score) FILTER (followed) AS "lastMean",
	stddev_samp(last_score) FILTER (followed) AS "lastSd",
	count(*) FILTER (followed AND judgeable AND responded)::INTEGER AS responders,
	count(DISTINCT patient_key) FILTER (followed AND judgeable AND responded)::INTEGER AS "responderPatients",
	count(DISTINCT patient_key) FILTER (followed AND judgeable AND NOT responded)::INTEGER AS "nonResponderPatients"
FROM compared
GROUP BY
	condition,
	protocol
ORDER BY
	condition,
	protocol
