-- appends one visit of each patient of whom the import tells two sexes or two age bands
INSERT INTO stage.flagged
WITH patient AS (
	SELECT
		patient_id,
		min(lowest_sex) <> max(highest_sex) AS two_sexes,
		min(lowest_age_band) <> max(highest_age_band) AS two_age_bands
	FROM stage.course
	GROUP BY
		patient_id
	HAVING two_sexes OR two_age_bands
),
told AS (
	SELECT
		patient.two_sexes,
		patient.two_age_bands,
		visit.patient_id,
		visit.visit,
		visit.source,
		visit.sex <> first_value(visit.sex IGNORE NULLS) OVER visits AS another_sex,
		visit.age_band <> first_value(visit.age_band IGNORE NULLS) OVER visits AS another_age_band
	FROM patient
	JOIN stage.visit AS visit
		USING (patient_id)
	WINDOW visits AS (PARTITION BY patient_id ORDER BY visit.visit)
)
SELECT
	'a patient has two sexes: each episode counts with its own' AS rule,
	'sex' AS field,
	arg_min(source, visit) AS source,
	min(visit) AS "row"
FROM told
WHERE another_sex AND visit >= 0
GROUP BY
	patient_id
UNION ALL
SELECT
	'a patient has two age bands: each episode counts with its own' AS rule,
	'age_band' AS field,
	arg_min(source, visit) AS source,
	min(visit) AS "row"
FROM told
WHERE another_age_band AND visit >= 0
GROUP BY
	patient_id
