-- one row a value that a filter may take, over the whole snapshot; counted column by column, in a third of the time that turning the columns into rows takes
SELECT
	'condition' AS filter,
	condition AS value,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM episodes
WHERE condition IS NOT NULL
GROUP BY
	condition
UNION ALL
SELECT
	'protocol' AS filter,
	protocol AS value,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM episodes
WHERE protocol IS NOT NULL
GROUP BY
	protocol
UNION ALL
SELECT
	'clinic' AS filter,
	clinic AS value,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM episodes
WHERE clinic IS NOT NULL
GROUP BY
	clinic
UNION ALL
SELECT
	'therapist' AS filter,
	therapist AS value,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM episodes
WHERE therapist IS NOT NULL
GROUP BY
	therapist
UNION ALL
SELECT
	'payer' AS filter,
	payer AS value,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM episodes
WHERE payer IS NOT NULL
GROUP BY
	payer
UNION ALL
SELECT
	'sex' AS filter,
	sex AS value,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM episodes
WHERE sex IS NOT NULL
GROUP BY
	sex
UNION ALL
SELECT
	'ageBand' AS filter,
	age_band AS value,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM episodes
WHERE age_band IS NOT NULL
GROUP BY
	age_band
UNION ALL
SELECT
	'chronicity' AS filter,
	chronicity AS value,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM episodes
WHERE chronicity IS NOT NULL
GROUP BY
	chronicity
UNION ALL
SELECT
	'period' AS filter,
	period AS value,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM episodes
WHERE period IS NOT NULL
GROUP BY
	period
ORDER BY
	filter,
	value
