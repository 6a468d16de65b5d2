-- one row an outcome, part (everyone, one body region, one protocol) and patient who said it there: how many visits, with sums
CREATE OR REPLACE TEMP TABLE placed AS
SELECT
	'soreness_peak' AS outcome,
	part,
	name,
	patient_key,
	peak_n AS n,
	peak_total AS total,
	peak_squared AS squared
FROM visited
WHERE peak_n > 0
UNION ALL
SELECT
	'soreness_hours' AS outcome,
	part,
	name,
	patient_key,
	hours_n AS n,
	hours_total AS total,
	hours_squared AS squared
FROM visited
WHERE hours_n > 0
UNION ALL
SELECT
	'insertion_pain' AS outcome,
	part,
	name,
	patient_key,
	insertion_n AS n,
	insertion_total AS total,
	insertion_squared AS squared
FROM visited
WHERE insertion_n > 0
