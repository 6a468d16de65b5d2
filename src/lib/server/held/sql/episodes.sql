-- one row an episode: its numbers, and the codes of what is recorded of it, 0 for what is not
SELECT
	episodes.episode_key,
	episodes.patient_key,
	episodes.visits,
	episodes.last_session,
	coalesce(condition.code, 0) AS condition,
	coalesce(protocol.code, 0) AS protocol,
	coalesce(clinic.code, 0) AS clinic,
	coalesce(therapist.code, 0) AS therapist,
	coalesce(payer.code, 0) AS payer,
	coalesce(sex.code, 0) AS sex,
	coalesce(age_band.code, 0) AS age_band,
	coalesce(chronicity.code, 0) AS chronicity,
	coalesce(period.code, 0) AS period,
	coalesce(discharge_reason.code, 0) AS discharge_reason
FROM episodes
LEFT JOIN held_value AS condition
	ON condition.held_column = 'condition' AND condition.value = episodes.condition
LEFT JOIN held_value AS protocol
	ON protocol.held_column = 'protocol' AND protocol.value = episodes.protocol
LEFT JOIN held_value AS clinic
	ON clinic.held_column = 'clinic' AND clinic.value = episodes.clinic
LEFT JOIN held_value AS therapist
	ON therapist.held_column = 'therapist' AND therapist.value = episodes.therapist
LEFT JOIN held_value AS payer
	ON payer.held_column = 'payer' AND payer.value = episodes.payer
LEFT JOIN held_value AS sex
	ON sex.held_column = 'sex' AND sex.value = episodes.sex
LEFT JOIN held_value AS age_band
	ON age_band.held_column = 'ageBand' AND age_band.value = episodes.age_band
LEFT JOIN held_value AS chronicity
	ON chronicity.held_column = 'chronicity' AND chronicity.value = episodes.chronicity
LEFT JOIN held_value AS period
	ON period.held_column = 'period' AND period.value = episodes.period
LEFT JOIN held_value AS discharge_reason
	ON discharge_reason.held_column = 'dischargeReason' AND discharge_reason.value = episodes.discharge_reason
