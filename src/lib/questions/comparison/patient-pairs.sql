-- one row two patterns in a condition: how many pairs of followed episodes of one patient have them, each two counted once, and sums of their outcomes
WITH pair AS (
	SELECT
		unnest(from_json($pairs, '[{"condition": "VARCHAR", "protocol": "VARCHAR"}]'), recursive := true)
),
several AS (
	SELECT
		compared.episode_key,
		compared.patient_key,
		compared.condition,
		{
			'protocol': compared.protocol,
			'chronicity': compared.chronicity,
			'clinic': compared.clinic,
			'sex': compared.sex,
			'ageBand': compared.age_band,
			'baseline': compared.first_score
		} AS pattern,
		compared.last_score AS score,
		compared.responded
	FROM compared
	JOIN pair
		USING (condition, protocol)
	WHERE compared.followed
	QUALIFY count(*) OVER (PARTITION BY compared.condition, compared.patient_key) > 1
)
SELECT
	condition,
	one.pattern AS a,
	other.pattern AS b,
	count(*)::INTEGER AS n,
	sum(one.score)::DOUBLE AS "sumA",
	sum(other.score)::DOUBLE AS "sumB",
	sum(one.score * other.score)::DOUBLE AS products,
	count(*) FILTER (one.responded)::INTEGER AS "respondersA",
	count(*) FILTER (other.responded)::INTEGER AS "respondersB",
	count(*) FILTER (one.responded AND other.responded)::INTEGER AS "bothResponded"
FROM several AS one
JOIN several AS other
	USING (condition, patient_key)
WHERE one.episode_key < other.episode_key
GROUP BY
	condition,
	one.pattern,
	other.pattern
ORDER BY
	condition,
	one.pattern,
	other.pattern
