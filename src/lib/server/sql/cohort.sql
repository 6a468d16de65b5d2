-- one row an episode that the filters select, with the groups it is counted in
CREATE TEMP TABLE cohort AS
SELECT
	episode_key,
	patient_key,
	condition,
	CASE WHEN $by::VARCHAR = 'protocol' THEN coalesce(protocol, 'not-recorded') ELSE '' END AS protocol,
	CASE $by::VARCHAR
		WHEN 'protocol' THEN coalesce(protocol, 'not-recorded')
		WHEN 'clinic' THEN coalesce(clinic, 'not-recorded')
		WHEN 'chronicity' THEN coalesce(chronicity, 'not-recorded')
		ELSE ''
	END AS part,
	visits,
	last_session,
	discharge_reason
FROM episodes
WHERE
	(len($condition) = 0 OR condition IN (SELECT unnest($condition)))
	AND (len($protocol) = 0 OR protocol IN (SELECT unnest($protocol)))
	AND (len($clinic) = 0 OR clinic IN (SELECT unnest($clinic)))
	AND (len($therapist) = 0 OR therapist IN (SELECT unnest($therapist)))
	AND (len($payer) = 0 OR payer IN (SELECT unnest($payer)))
	AND (len($sex) = 0 OR sex IN (SELECT unnest($sex)))
	AND (len($ageBand) = 0 OR age_band IN (SELECT unnest($ageBand)))
	AND (len($chronicity) = 0 OR chronicity IN (SELECT unnest($chronicity)))
	AND (len($period) = 0 OR period IN (SELECT unnest($period)) OR left(period, 4) IN (SELECT unnest($period)))
