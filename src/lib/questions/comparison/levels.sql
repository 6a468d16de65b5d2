-- one row a condition, protocol of the two compared, covariate and level: patients followed
WITH pair AS (
	SELECT
		unnest(from_json($pairs, '[{"condition": "VARCHAR", "protocol": "VARCHAR"}]'), recursive := true)
),
leveled AS (
	SELECT
		condition,
		protocol,
		patient_key,
		unnest([
			{'covariate': 'chronicity', 'level': chronicity},
			{'covariate': 'clinic', 'level': clinic},
			{'covariate': 'sex', 'level': sex},
			{'covariate': 'ageBand', 'level': age_band}
		], recursive := true)
	FROM compared
	WHERE followed
)
SELECT
	leveled.condition,
	leveled.protocol,
	leveled.covariate,
	leveled.level,
	count(DISTINCT leveled.patient_key)::INTEGER AS patients
FROM leveled
JOIN pair
	USING (condition, protocol)
GROUP BY
	leveled.condition,
	leveled.protocol,
	leveled.covariate,
	leveled.level
ORDER BY ALL
