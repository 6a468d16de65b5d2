-- appends each spelling of a name of a visit that stays that differs from another only by case
INSERT INTO stage.respelled
WITH told AS (
	SELECT DISTINCT
		value.clinic,
		value.therapist,
		value.payer
	FROM stage.told_value AS value
	SEMI JOIN stage.session_apart AS session
		USING (visit, alone)
	UNION
	SELECT DISTINCT
		clinic,
		therapist,
		payer
	FROM stage.orderly
),
used AS (
	UNPIVOT told
	ON clinic, therapist, payer
	INTO NAME field VALUE spelling
),
chosen AS (
	SELECT DISTINCT
		field,
		spelling,
		first_value(spelling) OVER (
			PARTITION BY field, lower(spelling)
			ORDER BY
				spelling IN (lower(spelling), upper(spelling)),
				spelling
		) AS name
	FROM used
)
SELECT
	field,
	spelling,
	name
FROM chosen
WHERE spelling <> name
