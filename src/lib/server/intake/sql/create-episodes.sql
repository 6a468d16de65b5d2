-- one row an episode; what may differ between its visits is taken from the first that says it, the discharge from the last
CREATE TABLE next.episodes AS
WITH summed AS (
	SELECT
		patient_id,
		condition,
		side,
		episode_id,
		ordinal,
		arg_min(clinic, session_number) AS clinic,
		arg_min(therapist, session_number) AS therapist,
		arg_min(protocol, session_number) AS protocol,
		count(DISTINCT protocol)::INTEGER AS protocols,
		arg_min(payer, session_number) AS payer,
		arg_min(sex, session_number) AS sex,
		arg_min(age_band, session_number) AS age_band,
		arg_min(symptom_weeks, session_number) AS symptom_weeks,
		arg_min(period, session_number) AS first_period,
		count(*)::INTEGER AS visits,
		max(session_number) AS last_session,
		arg_max(discharge_reason, session_number) AS discharge_reason
	FROM stage.session
	GROUP BY
		patient_id,
		condition,
		side,
		episode_id,
		ordinal
)
SELECT
	row_number() OVER (
		ORDER BY
			summed.condition,
			patients.patient_key,
			summed.side,
			summed.episode_id,
			summed.ordinal
	)::INTEGER AS episode_key,
	patients.patient_key,
	summed.condition,
	summed.side,
	summed.episode_id,
	summed.ordinal,
	summed.clinic,
	summed.therapist,
	summed.protocol,
	summed.protocols,
	summed.payer,
	summed.sex,
	summed.age_band,
	summed.symptom_weeks,
	chronicity.id AS chronicity,
	CASE
		WHEN length(summed.first_period) = 7
			THEN left(summed.first_period, 4) || '-Q' || ((right(summed.first_period, 2)::INTEGER + 2) // 3)
		ELSE summed.first_period
	END AS period,
	summed.visits,
	summed.last_session,
	summed.discharge_reason
FROM summed
JOIN next.patients AS patients
	USING (patient_id)
LEFT JOIN stage.chronicity AS chronicity
	ON summed.symptom_weeks >= chronicity.from_weeks
	AND (chronicity.below_weeks IS NULL OR summed.symptom_weeks < chronicity.below_weeks)
ORDER BY
	episode_key
