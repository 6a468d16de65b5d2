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
	(len($condition) = 0 OR list_contains($condition, condition))
	AND (len($protocol) = 0 OR list_contains($protocol, protocol))
	AND (len($clinic) = 0 OR list_contains($clinic, clinic))
	AND (len($therapist) = 0 OR list_contains($therapist, therapist))
	AND (len($payer) = 0 OR list_contains($payer, payer))
	AND (len($sex) = 0 OR list_contains($sex, sex))
	AND (len($ageBand) = 0 OR list_contains($ageBand, age_band))
	AND (len($chronicity) = 0 OR list_contains($chronicity, chronicity))
	AND (len($period) = 0 OR list_contains($period, period) OR list_contains($period, left(period, 4)))
