-- one row an encounter, with its patient
CREATE TABLE encounter AS
SELECT
	row.key,
	coalesce(alias.key, row.patient) AS patient,
	row.place,
	left(row.start, 10) AS day,
	row.clinic,
	row.reasons,
	row.reason_keys,
	coalesce(row.gone, false) AS gone
FROM row
LEFT JOIN alias
	ON alias.type = 'Patient' AND alias.alias = row.patient
WHERE row.type = 'Encounter'
