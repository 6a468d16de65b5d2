-- one row a value that a filter may take, among the episodes that the other filters select; without a value, those of which none is recorded
WITH judged AS (
	SELECT
		patient_key,
		condition,
		protocol,
		clinic,
		therapist,
		payer,
		sex,
		age_band,
		chronicity,
		period,
		len($condition) > 0 AND NOT coalesce(condition IN (SELECT unnest($condition)), false) AS no_condition,
		len($protocol) > 0 AND NOT coalesce(protocol IN (SELECT unnest($protocol)), false) AS no_protocol,
		len($clinic) > 0 AND NOT coalesce(clinic IN (SELECT unnest($clinic)), false) AS no_clinic,
		len($therapist) > 0 AND NOT coalesce(therapist IN (SELECT unnest($therapist)), false) AS no_therapist,
		len($payer) > 0 AND NOT coalesce(payer IN (SELECT unnest($payer)), false) AS no_payer,
		len($sex) > 0 AND NOT coalesce(sex IN (SELECT unnest($sex)), false) AS no_sex,
		len($ageBand) > 0 AND NOT coalesce(age_band IN (SELECT unnest($ageBand)), false) AS no_age_band,
		len($chronicity) > 0 AND NOT coalesce(chronicity IN (SELECT unnest($chronicity)), false) AS no_chronicity,
		len($period) > 0 AND NOT coalesce(period IN (SELECT unnest($period)) OR left(period, 4) IN (SELECT unnest($period)), false) AS no_period
	FROM episodes
), counted AS (
	SELECT
		*,
		no_condition::INTEGER + no_protocol::INTEGER + no_clinic::INTEGER + no_therapist::INTEGER + no_payer::INTEGER + no_sex::INTEGER + no_age_band::INTEGER + no_chronicity::INTEGER + no_period::INTEGER AS missed
	FROM judged
), near AS (
	SELECT
		patient_key,
		CASE WHEN missed = 0 OR no_condition THEN coalesce(condition, '') END AS condition,
		CASE WHEN missed = 0 OR no_protocol THEN coalesce(protocol, '') END AS protocol,
		CASE WHEN missed = 0 OR no_clinic THEN coalesce(clinic, '') END AS clinic,
		CASE WHEN missed = 0 OR no_therapist THEN coalesce(therapist, '') END AS therapist,
		CASE WHEN missed = 0 OR no_payer THEN coalesce(payer, '') END AS payer,
		CASE WHEN missed = 0 OR no_sex THEN coalesce(sex, '') END AS sex,
		CASE WHEN missed = 0 OR no_age_band THEN coalesce(age_band, '') END AS "ageBand",
		CASE WHEN missed = 0 OR no_chronicity THEN coalesce(chronicity, '') END AS chronicity,
		CASE WHEN missed = 0 OR no_period THEN coalesce(period, '') END AS period
	FROM counted
	WHERE missed <= 1
)
SELECT
	unpivoted.filter,
	nullif(unpivoted.value, '') AS value,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM near
UNPIVOT (value FOR filter IN (condition, protocol, clinic, therapist, payer, sex, "ageBand", chronicity, period)) AS unpivoted
GROUP BY
	unpivoted.filter,
	unpivoted.value
ORDER BY
	unpivoted.filter,
	unpivoted.value
