-- appends one visit of each patient whose id differs from that of another only by case or by zeros in front, or ends in zeros where spreadsheets cut long numbers
INSERT INTO stage.flagged
WITH patient AS (
	SELECT
		patient_id,
		max(course) AS course
	FROM stage.course
	GROUP BY
		patient_id
),
alike AS (
	SELECT
		max(course) AS course
	FROM patient
	GROUP BY
		lower(patient_id)
	HAVING count(*) > 1
),
padded AS (
	SELECT
		max(course) AS course
	FROM patient
	WHERE regexp_matches(patient_id, '^[0-9]+$')
	GROUP BY
		ltrim(patient_id, '0')
	HAVING count(*) > 1
),
long_number AS (
	SELECT
		course,
		bool_and(regexp_matches(patient_id, '^[1-9][0-9]{14}0+$')) OVER () AS cut
	FROM patient
	WHERE length(patient_id) BETWEEN 16 AND 30
		AND regexp_matches(patient_id, '^[0-9]+$')
),
found AS (
	SELECT
		'patient_ids differ only by case: they are kept as two patients' AS rule,
		course
	FROM alike
	UNION ALL
	SELECT
		'patient_ids differ only by zeros in front, which spreadsheets cut off: they are kept as two patients' AS rule,
		course
	FROM padded
	UNION ALL
	SELECT
		'long patient_ids all end in 0, as a spreadsheet leaves numbers of more than 15 digits: patients may have become one; export them as text' AS rule,
		course
	FROM long_number
	WHERE cut
)
SELECT
	found.rule,
	'patient_id' AS field,
	visit.source,
	visit.visit AS "row"
FROM found
JOIN stage.visit AS visit
	ON visit.visit = found.course
