-- one row a treatment or a score, with the visit it belongs to: its encounter, else the patient's only one of that day, else the day
CREATE TABLE event AS
WITH resolved AS (
	SELECT
		row.* EXCLUDE (patient, encounter),
		coalesce(patient.key, row.patient) AS patient,
		coalesce(encounter.key, row.encounter) AS encounter,
		left(row.start, 10) AS day
	FROM row
	LEFT JOIN alias AS patient
		ON patient.type = 'Patient' AND patient.alias = row.patient
	LEFT JOIN alias AS encounter
		ON encounter.type = 'Encounter' AND encounter.alias = row.encounter
	WHERE row.type IN ('Procedure', 'Score')
),
known_encounter AS (
	SELECT
		patient,
		day,
		key
	FROM encounter
	WHERE NOT gone
	UNION
	SELECT
		resolved.patient,
		resolved.day,
		resolved.encounter
	FROM resolved
	ANTI JOIN encounter
		ON encounter.key = resolved.encounter
	WHERE resolved.encounter IS NOT NULL
),
only_encounter AS (
	SELECT
		patient,
		day,
		min(key) AS key
	FROM known_encounter
	GROUP BY
		patient,
		day
	HAVING count(*) = 1
)
SELECT
	resolved.* EXCLUDE (encounter),
	coalesce(resolved.encounter, only_encounter.key) AS encounter,
	CASE
		WHEN coalesce(resolved.encounter, only_encounter.key) IS NOT NULL THEN 'encounter ' || coalesce(resolved.encounter, only_encounter.key)
		WHEN resolved.day IS NOT NULL THEN concat_ws(' ', 'day', resolved.day, resolved.patient)
		ELSE 'resource ' || resolved.place || coalesce(resolved.key, '')
	END AS visit
FROM resolved
LEFT JOIN only_encounter
	ON only_encounter.patient = CASE WHEN resolved.encounter IS NULL THEN resolved.patient END AND only_encounter.day = resolved.day
