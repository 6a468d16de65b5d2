-- one row a record: a visit, its condition and a measure; a visit without one is a record too, and so is a score that is refused
CREATE TABLE record AS
WITH kept AS (
	SELECT
		visit.*,
		before.value AS pain_before,
		CASE WHEN after.refused IS NULL THEN after.value END AS pain_after,
		coalesce(before.refused, after.refused) AS refused,
		coalesce(before.place, visit.place) AS pain_place,
		CASE WHEN before.refused IS NULL AND after.refused IS NOT NULL THEN after.place ELSE before.place END AS refused_place
	FROM visit
	LEFT JOIN scored AS before
		ON before.visit = visit.visit AND before.pain AND NOT before.after
	LEFT JOIN scored AS after
		ON after.visit = visit.visit AND after.pain AND after.after
	WHERE visit.treated AND NOT visit.gone
),
patient AS (
	SELECT
		key,
		min(sex) AS sex,
		min(birth_year) AS birth_year
	FROM row
	WHERE type = 'Patient'
	GROUP BY
		key
),
told AS (
	SELECT
		kept.visit,
		CASE WHEN kept.refused IS NOT NULL THEN kept.refused_place ELSE coalesce(score.place, kept.pain_place) END AS "@place",
		kept.refused AS "@refused",
		CASE WHEN treated.several AND NOT treated.doubtful THEN kept.encounter || '/' || treated.entry ELSE kept.encounter END AS session_id,
		kept.patient AS patient_id,
		kept.clinic,
		kept.therapist,
		CASE WHEN NOT treated.doubtful THEN treated.entry END AS condition,
		kept.region AS body_region,
		coalesce(treated.side, kept.side) AS side,
		kept.protocol,
		kept.day AS session_date,
		kept.pain_before,
		kept.pain_after,
		score.measure,
		score.value AS score,
		patient.sex,
		TRY_CAST(left(kept.day, 4) AS INTEGER) - patient.birth_year AS age
	FROM kept
	LEFT JOIN treated
		USING (visit)
	LEFT JOIN scored AS score
		ON score.visit = kept.visit AND NOT score.pain AND score.refused IS NULL
	LEFT JOIN patient
		ON patient.key = kept.patient
	QUALIFY NOT coalesce(treated.doubtful, false) OR row_number() OVER (PARTITION BY kept.visit, score.measure ORDER BY treated.entry) = 1
),
wrong AS (
	SELECT
		kept.visit,
		score.place AS "@place",
		score.refused AS "@refused"
	FROM kept
	JOIN scored AS score
		USING (visit)
	WHERE NOT score.pain AND score.refused IS NOT NULL
)
SELECT
	* EXCLUDE (age),
	CASE
		WHEN age >= 90 THEN '90+'
		WHEN age >= 0 THEN (age // 10 * 10) || '-' || (age // 10 * 10 + 9)
	END AS age_band
FROM told
UNION ALL BY NAME
SELECT
	*
FROM wrong
ORDER BY
	patient_id,
	session_date,
	visit,
	condition,
	measure
