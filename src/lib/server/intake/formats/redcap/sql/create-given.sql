-- one row a value of a visit: its own, one of the course of treatment that an earlier row without a visit or the record's first row holds, or the reason for which it ended
CREATE TABLE given AS
WITH lasting AS (
	SELECT
		placed.record,
		value."@row",
		value.field,
		value.value
	FROM value
	JOIN field
		USING (field)
	JOIN placed
		USING ("@row")
	WHERE
		field.canonical IN (
			'episode_id', 'clinic', 'therapist', 'condition', 'body_region', 'side', 'protocol', 'currency', 'payer', 'age_band', 'sex', 'symptom_weeks',
			'weekly_distance_km', 'therapist_ultrasound_certified'
		)
		AND (
			value."@row" NOT IN (SELECT "@row" FROM visit)
			OR value."@row" IN (SELECT min("@row") FROM placed GROUP BY record)
		)
),
ending AS (
	SELECT
		placed.record,
		field.field,
		arg_max(value.value, value."@row") AS value
	FROM value
	JOIN field
		USING (field)
	JOIN placed
		USING ("@row")
	WHERE
		field.canonical = 'discharge_reason'
		AND value."@row" NOT IN (SELECT "@row" FROM visit)
	GROUP BY
		placed.record,
		field.field
),
candidate AS (
	SELECT visit."@row", value.field, value.value, 2 AS nearness, 0 AS told_in FROM visit JOIN value USING ("@row")
	UNION ALL
	SELECT visit."@row", lasting.field, lasting.value, 1, lasting."@row" FROM visit JOIN lasting ON lasting.record = visit.record AND lasting."@row" < visit."@row"
	UNION ALL
	SELECT last_visit."@row", ending.field, ending.value, 1, 0
	FROM (SELECT record, max("@row") AS "@row" FROM visit GROUP BY record) AS last_visit
	JOIN ending USING (record)
)
SELECT
	"@row",
	field,
	arg_max(value, (nearness, told_in)) AS value
FROM candidate
GROUP BY
	"@row",
	field
