-- one row a field; the same by clinic and by month of the visit ("not-recorded" where unknown): visits with a value and without
WITH visit AS (
	SELECT
		cohort.patient_key,
		coalesce(sessions.clinic, 'not-recorded') AS at_clinic,
		coalesce(sessions.period, 'not-recorded') AS in_month,
		scores.score,
		sessions.period,
		sessions.clinic,
		sessions.therapist,
		sessions.body_region,
		sessions.protocol,
		sessions.pain_before,
		sessions.pain_after,
		sessions.needle_count,
		sessions.retention_minutes,
		sessions.ultrasound_guided,
		sessions.therapist_ultrasound_certified,
		sessions.soreness_peak,
		sessions.soreness_hours,
		sessions.insertion_pain,
		sessions.adverse_event,
		sessions.cost,
		sessions.currency,
		sessions.payer,
		sessions.age_band,
		sessions.sex,
		sessions.symptom_weeks,
		sessions.weekly_distance_km
	FROM cohort
	JOIN sessions
		USING (episode_key)
	LEFT JOIN scores
		ON scores.episode_key = sessions.episode_key
		AND scores.session_number = sessions.session_number
		AND scores.measure = $measure
),
patient AS (
	SELECT
		CASE WHEN grouping(at_clinic) = 0 THEN 'clinic' WHEN grouping(in_month) = 0 THEN 'month' ELSE 'all' END AS dimension,
		coalesce(at_clinic, in_month, 'all') AS value,
		count(*) AS visits,
		[
			{'field': 'session_date', 'present': count(period)},
			{'field': 'score', 'present': count(score)},
			{'field': 'clinic', 'present': count(clinic)},
			{'field': 'therapist', 'present': count(therapist)},
			{'field': 'body_region', 'present': count(body_region)},
			{'field': 'protocol', 'present': count(protocol)},
			{'field': 'pain_before', 'present': count(pain_before)},
			{'field': 'pain_after', 'present': count(pain_after)},
			{'field': 'needle_count', 'present': count(needle_count)},
			{'field': 'retention_minutes', 'present': count(retention_minutes)},
			{'field': 'ultrasound_guided', 'present': count(ultrasound_guided)},
			{'field': 'therapist_ultrasound_certified', 'present': count(therapist_ultrasound_certified)},
			{'field': 'soreness_peak', 'present': count(soreness_peak)},
			{'field': 'soreness_hours', 'present': count(soreness_hours)},
			{'field': 'insertion_pain', 'present': count(insertion_pain)},
			{'field': 'adverse_event', 'present': count(adverse_event)},
			{'field': 'cost', 'present': count(cost)},
			{'field': 'currency', 'present': count(currency)},
			{'field': 'payer', 'present': count(payer)},
			{'field': 'age_band', 'present': count(age_band)},
			{'field': 'sex', 'present': count(sex)},
			{'field': 'symptom_weeks', 'present': count(symptom_weeks)},
			{'field': 'weekly_distance_km', 'present': count(weekly_distance_km)}
		] AS fields
	FROM visit
	GROUP BY GROUPING SETS ((patient_key), (patient_key, at_clinic), (patient_key, in_month))
),
counted AS (
	SELECT
		dimension,
		value,
		visits,
		unnest(fields, recursive := true)
	FROM patient
)
SELECT
	dimension,
	value,
	field,
	sum(visits)::INTEGER AS visits,
	sum(visits - present)::INTEGER AS missing,
	count(*) FILTER (present < visits)::INTEGER AS "missingPatients",
	count(*) FILTER (present > 0)::INTEGER AS "presentPatients"
FROM counted
GROUP BY
	dimension,
	value,
	field
ORDER BY
	dimension,
	value,
	field
