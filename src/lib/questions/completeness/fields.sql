-- one row a field; the same by clinic and by month of the visit ("not-recorded" where unknown): visits with a value and without
WITH field AS (
	SELECT
		unnest([
			'session_date',
			'score',
			'clinic',
			'therapist',
			'body_region',
			'protocol',
			'pain_before',
			'pain_after',
			'needle_count',
			'retention_minutes',
			'ultrasound_guided',
			'therapist_ultrasound_certified',
			'soreness_peak',
			'soreness_hours',
			'insertion_pain',
			'adverse_event',
			'cost',
			'currency',
			'payer',
			'age_band',
			'sex',
			'symptom_weeks',
			'weekly_distance_km'
		]) AS field,
		unnest(list_transform(range(23), lambda place: 1 << place)) AS bit
),
scored AS (
	SELECT
		scores.episode_key,
		scores.session_number,
		scores.score
	FROM cohort
	JOIN scores
		USING (episode_key)
	WHERE scores.measure = $measure
),
-- a bit for each field, in their order, that has a value
visit AS (
	SELECT
		cohort.patient_key,
		coalesce(sessions.clinic, 'not-recorded') AS at_clinic,
		coalesce(sessions.period, 'not-recorded') AS in_month,
		((sessions.period IS NOT NULL)::INTEGER << 0)
		| ((scored.score IS NOT NULL)::INTEGER << 1)
		| ((sessions.clinic IS NOT NULL)::INTEGER << 2)
		| ((sessions.therapist IS NOT NULL)::INTEGER << 3)
		| ((sessions.body_region IS NOT NULL)::INTEGER << 4)
		| ((sessions.protocol IS NOT NULL)::INTEGER << 5)
		| ((sessions.pain_before IS NOT NULL)::INTEGER << 6)
		| ((sessions.pain_after IS NOT NULL)::INTEGER << 7)
		| ((sessions.needle_count IS NOT NULL)::INTEGER << 8)
		| ((sessions.retention_minutes IS NOT NULL)::INTEGER << 9)
		| ((sessions.ultrasound_guided IS NOT NULL)::INTEGER << 10)
		| ((sessions.therapist_ultrasound_certified IS NOT NULL)::INTEGER << 11)
		| ((sessions.soreness_peak IS NOT NULL)::INTEGER << 12)
		| ((sessions.soreness_hours IS NOT NULL)::INTEGER << 13)
		| ((sessions.insertion_pain IS NOT NULL)::INTEGER << 14)
		| ((sessions.adverse_event IS NOT NULL)::INTEGER << 15)
		| ((sessions.cost IS NOT NULL)::INTEGER << 16)
		| ((sessions.currency IS NOT NULL)::INTEGER << 17)
		| ((sessions.payer IS NOT NULL)::INTEGER << 18)
		| ((sessions.age_band IS NOT NULL)::INTEGER << 19)
		| ((sessions.sex IS NOT NULL)::INTEGER << 20)
		| ((sessions.symptom_weeks IS NOT NULL)::INTEGER << 21)
		| ((sessions.weekly_distance_km IS NOT NULL)::INTEGER << 22) AS present
	FROM cohort
	JOIN sessions
		USING (episode_key)
	LEFT JOIN scored
		ON scored.episode_key = sessions.episode_key
		AND scored.session_number = sessions.session_number
),
visits AS (
	SELECT
		CASE WHEN grouping(at_clinic) = 0 THEN 'clinic' WHEN grouping(in_month) = 0 THEN 'month' ELSE 'all' END AS dimension,
		coalesce(at_clinic, in_month, 'all') AS value,
		present,
		count(*) AS n
	FROM visit
	GROUP BY GROUPING SETS ((present), (present, at_clinic), (present, in_month))
),
patient AS (
	SELECT
		CASE WHEN grouping(at_clinic) = 0 THEN 'clinic' WHEN grouping(in_month) = 0 THEN 'month' ELSE 'all' END AS dimension,
		coalesce(at_clinic, in_month, 'all') AS value,
		bit_or(present) AS sometimes,
		bit_and(present) AS always
	FROM visit
	GROUP BY GROUPING SETS ((patient_key), (patient_key, at_clinic), (patient_key, in_month))
),
patients AS (
	SELECT
		dimension,
		value,
		sometimes,
		always,
		count(*) AS n
	FROM patient
	GROUP BY ALL
),
of_visits AS (
	SELECT
		visits.dimension,
		visits.value,
		field.field,
		sum(visits.n)::INTEGER AS visits,
		coalesce(sum(visits.n) FILTER (visits.present & field.bit = 0), 0)::INTEGER AS missing
	FROM visits
	CROSS JOIN field
	GROUP BY
		visits.dimension,
		visits.value,
		field.field
),
of_patients AS (
	SELECT
		patients.dimension,
		patients.value,
		field.field,
		coalesce(sum(patients.n) FILTER (patients.always & field.bit = 0), 0)::INTEGER AS missing,
		coalesce(sum(patients.n) FILTER (patients.sometimes & field.bit > 0), 0)::INTEGER AS present
	FROM patients
	CROSS JOIN field
	GROUP BY
		patients.dimension,
		patients.value,
		field.field
)
SELECT
	dimension,
	value,
	field,
	of_visits.visits,
	of_visits.missing,
	of_patients.missing AS "missingPatients",
	of_patients.present AS "presentPatients"
FROM of_visits
JOIN of_patients
	USING (dimension, value, field)
ORDER BY
	dimension,
	value,
	field
