-- one row an episode from key $from up to, but without, $below; what may differ between its visits is taken from the first that says it,
-- the discharge from the last
WITH summed AS (
	SELECT
		episode_key,
		arg_min(clinic, session_number) AS clinic,
		arg_min(therapist, session_number) AS therapist,
		arg_min(protocol, session_number) AS protocol,
		min(CASE WHEN protocol IS NOT NULL THEN hash(protocol) END) <> max(CASE WHEN protocol IS NOT NULL THEN hash(protocol) END) AS protocols_differ,
		arg_min(payer, session_number) AS payer,
		arg_min(sex, session_number) AS sex,
		arg_min(age_band, session_number) AS age_band,
		arg_min(symptom_weeks, session_number) AS symptom_weeks,
		arg_min(period, session_number) AS first_period,
		count(*)::INTEGER AS visits,
		max(session_number) AS last_session,
		arg_max(discharge_reason, session_number) AS discharge_reason
	FROM next.sessions
	WHERE episode_key >= $from::INTEGER AND episode_key < $below::INTEGER
	GROUP BY
		episode_key
),
-- apart, since few episodes have several protocols and counting them costs much
several AS (
	SELECT
		episode_key,
		count(DISTINCT protocol)::INTEGER AS protocols
	FROM next.sessions
	WHERE episode_key IN (SELECT episode_key FROM summed WHERE protocols_differ)
	GROUP BY
		episode_key
)
SELECT
	episode.episode_key,
	episode.patient_key,
	episode.condition,
	episode.side,
	episode.episode_id,
	episode.ordinal,
	summed.clinic,
	summed.therapist,
	summed.protocol,
	coalesce(several.protocols, (summed.protocol IS NOT NULL)::INTEGER) AS protocols,
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
FROM stage.episode AS episode
JOIN summed
	USING (episode_key)
LEFT JOIN several
	USING (episode_key)
LEFT JOIN stage.chronicity AS chronicity
	ON summed.symptom_weeks >= chronicity.from_weeks
	AND (chronicity.below_weeks IS NULL OR summed.symptom_weeks < chronicity.below_weeks)
ORDER BY
	episode.episode_key
