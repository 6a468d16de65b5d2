-- one row a patient, body region and protocol of visits: how many, what they say of events and of each outcome, and whose soreness was over within hours; `alone` where all visits of the patient are there
CREATE OR REPLACE TEMP TABLE spot AS
WITH summed AS (
	SELECT
		cohort.patient_key,
		coalesce(sessions.body_region, 'not-recorded') AS region,
		coalesce(sessions.protocol, 'not-recorded') AS protocol,
		count(*)::INTEGER AS n,
		count(sessions.adverse_event)::INTEGER AS recorded,
		count(sessions.soreness_peak)::INTEGER AS peak_n,
		sum(sessions.soreness_peak) AS peak_total,
		sum(sessions.soreness_peak * sessions.soreness_peak) AS peak_squared,
		count(sessions.soreness_hours)::INTEGER AS hours_n,
		sum(sessions.soreness_hours) AS hours_total,
		sum(sessions.soreness_hours * sessions.soreness_hours) AS hours_squared,
		count(sessions.insertion_pain)::INTEGER AS insertion_n,
		sum(sessions.insertion_pain) AS insertion_total,
		sum(sessions.insertion_pain * sessions.insertion_pain) AS insertion_squared,
		(count(*) FILTER (sessions.soreness_hours <= 24))::INTEGER AS by_24,
		(count(*) FILTER (sessions.soreness_hours <= 48))::INTEGER AS by_48,
		(count(*) FILTER (sessions.soreness_hours <= 72))::INTEGER AS by_72
	FROM cohort
	JOIN sessions
		USING (episode_key)
	GROUP BY ALL
)
SELECT
	summed.*,
	roaming.patient_key IS NULL AS alone
FROM summed
LEFT JOIN (SELECT patient_key FROM summed GROUP BY patient_key HAVING count(*) > 1) AS roaming
	USING (patient_key)
