-- one row a visit: who was treated, when, where and how; without any treatment in the export, every visit with a score is one
CREATE TABLE visit AS
WITH gathered AS (
	SELECT
		visit,
		any_value(encounter) AS encounter,
		min(patient) AS patient,
		min(day) AS day,
		count(*) FILTER (type = 'Procedure') > 0 AS treated,
		CASE WHEN count(DISTINCT entry) FILTER (type = 'Procedure') = 1 THEN min(entry) FILTER (type = 'Procedure') END AS protocol,
		count(DISTINCT entry) FILTER (type = 'Procedure') > 1 AS several_protocols,
		CASE WHEN count(DISTINCT region) = 1 THEN min(region) END AS region,
		CASE WHEN count(DISTINCT side) = 1 THEN min(side) END AS side,
		min(therapist) AS therapist,
		min(moment) FILTER (type = 'Procedure') AS treated_at,
		coalesce(min(place) FILTER (type = 'Procedure'), min(place)) AS place
	FROM event
	GROUP BY
		visit
)
SELECT
	gathered.visit,
	gathered.encounter,
	coalesce(encounter.patient, gathered.patient) AS patient,
	coalesce(encounter.day, gathered.day) AS day,
	gathered.treated OR (SELECT count(*) = 0 FROM event WHERE type = 'Procedure') AS treated,
	gathered.protocol,
	gathered.several_protocols,
	gathered.region,
	gathered.side,
	gathered.therapist,
	gathered.treated_at,
	gathered.place,
	encounter.clinic,
	coalesce(encounter.gone, false) AS gone
FROM gathered
LEFT JOIN encounter
	ON encounter.key = gathered.encounter
