-- one row a condition, protocol of the two compared, covariate pattern and score at session 1: sums of the last scores of those followed
WITH pair AS (
	SELECT
		unnest(from_json($pairs, '[{"condition": "VARCHAR", "protocol": "VARCHAR"}]'), recursive := true)
)
SELECT
	compared.condition,
	compared.protocol,
	compared.chronicity,
	compared.clinic,
	compared.sex,
	compared.age_band AS "ageBand",
	compared.first_score AS baseline,
	count(*)::INTEGER AS n,
	sum(compared.last_score)::DOUBLE AS sum,
	sum(compared.last_score * compared.last_score)::DOUBLE AS squares,
	count(*) FILTER (compared.responded)::INTEGER AS responders
FROM compared
JOIN pair
	USING (condition, protocol)
WHERE compared.followed
GROUP BY
	compared.condition,
	compared.protocol,
	compared.chronicity,
	compared.clinic,
	compared.sex,
	compared.age_band,
	compared.first_score
ORDER BY ALL
