-- one row a part (everyone, one body region, one protocol) and patient with visits there: how many, what they say of events and of each outcome, and whose soreness was over within hours
CREATE OR REPLACE TEMP TABLE visited AS
WITH summed AS (
	SELECT
		cohort.patient_key,
		coalesce(sessions.body_region, 'not-recorded') AS region,
		coalesce(sessions.protocol, 'not-recorded') AS protocol,
		count(*) AS n,
		count(sessions.adverse_event) AS recorded,
		count(sessions.soreness_peak) AS peak_n,
		sum(sessions.soreness_peak) AS peak_total,
		sum(sessions.soreness_peak * sessions.soreness_peak) AS peak_squared,
		count(sessions.soreness_hours) AS hours_n,
		sum(sessions.soreness_hours) AS hours_total,
		sum(sessions.soreness_hours * sessions.soreness_hours) AS hours_squared,
		count(sessions.insertion_pain) AS insertion_n,
		sum(sessions.insertion_pain) AS insertion_total,
		sum(sessions.insertion_pain * sessions.insertion_pain) AS insertion_squared,
		count(*) FILTER (sessions.soreness_hours <= 24) AS by_24,
		count(*) FILTER (sessions.soreness_hours <= 48) AS by_48,
		count(*) FILTER (sessions.soreness_hours <= 72) AS by_72
	FROM cohort
	JOIN sessions
		USING (episode_key)
	GROUP BY ALL
)
SELECT
	CASE WHEN grouping(region) = 0 THEN 'region' WHEN grouping(protocol) = 0 THEN 'protocol' ELSE 'all' END AS part,
	coalesce(region, protocol, 'all') AS name,
	patient_key,
	sum(n)::INTEGER AS n,
	sum(recorded)::INTEGER AS recorded,
	sum(peak_n)::INTEGER AS peak_n,
	sum(peak_total) AS peak_total,
	sum(peak_squared) AS peak_squared,
	sum(hours_n)::INTEGER AS hours_n,
	sum(hours_total) AS hours_total,
	sum(hours_squared) AS hours_squared,
	sum(insertion_n)::INTEGER AS insertion_n,
	sum(insertion_total) AS insertion_total,
	sum(insertion_squared) AS insertion_squared,
	sum(by_24)::INTEGER AS by_24,
	sum(by_48)::INTEGER AS by_48,
	sum(by_72)::INTEGER AS by_72
FROM summed
GROUP BY GROUPING SETS (
	(patient_key),
	(patient_key, region),
	(patient_key, protocol)
)
