-- one row a patient of the cohort, body region and protocol of the visit, and outcome that visits there say: how many, with sums
CREATE OR REPLACE TEMP TABLE felt AS
WITH summed AS (
	SELECT
		cohort.patient_key,
		coalesce(sessions.body_region, 'not-recorded') AS region,
		coalesce(sessions.protocol, 'not-recorded') AS protocol,
		[
			{'outcome': 'soreness_peak', 'n': count(soreness_peak), 'total': sum(soreness_peak), 'squared': sum(soreness_peak ** 2)},
			{'outcome': 'soreness_hours', 'n': count(soreness_hours), 'total': sum(soreness_hours), 'squared': sum(soreness_hours ** 2)},
			{'outcome': 'insertion_pain', 'n': count(insertion_pain), 'total': sum(insertion_pain), 'squared': sum(insertion_pain ** 2)}
		] AS said
	FROM cohort
	JOIN sessions
		USING (episode_key)
	GROUP BY ALL
),
outcome AS (
	SELECT
		patient_key,
		region,
		protocol,
		unnest(said, recursive := true)
	FROM summed
)
SELECT *
FROM outcome
WHERE n > 0
