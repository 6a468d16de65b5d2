-- one row a currency and part (everyone, one protocol or one payer): what an episode cost whose visits all have a price; of those that can be judged, if any can
WITH episode AS (
	SELECT
		patient_key,
		currency,
		protocol,
		payer,
		cost
	FROM episode_cost
	WHERE
		complete
		AND (judged OR NOT EXISTS (SELECT 1 FROM episode_cost AS any_episode WHERE any_episode.complete AND any_episode.judged))
),
summed AS (
	SELECT
		currency,
		CASE WHEN grouping(protocol) = 0 THEN 'protocol' WHEN grouping(payer) = 0 THEN 'payer' ELSE 'all' END AS part,
		coalesce(protocol, payer, 'all') AS name,
		count(*) AS n,
		avg(cost) AS mean,
		stddev_samp(cost) AS sd,
		quantile_cont(cost, [0.25, 0.5, 0.75]) AS quartiles
	FROM episode
	GROUP BY GROUPING SETS ((currency), (currency, protocol), (currency, payer))
),
patient AS (
	SELECT
		currency,
		CASE WHEN grouping(protocol) = 0 THEN 'protocol' WHEN grouping(payer) = 0 THEN 'payer' ELSE 'all' END AS part,
		coalesce(protocol, payer, 'all') AS name,
		count(*) AS n,
		sum(cost) AS cost
	FROM episode
	GROUP BY GROUPING SETS ((currency, patient_key), (currency, protocol, patient_key), (currency, payer, patient_key))
)
SELECT
	currency,
	part,
	name,
	any_value(summed.n)::INTEGER AS n,
	count(*)::INTEGER AS patients,
	any_value(summed.mean) AS mean,
	any_value(summed.sd) AS sd,
	any_value(summed.quartiles[2]) AS median,
	any_value(summed.quartiles[1]) AS q1,
	any_value(summed.quartiles[3]) AS q3,
	sum(((patient.cost - summed.mean * patient.n) / summed.n) ** 2) AS squares
FROM summed
JOIN patient
	USING (currency, part, name)
GROUP BY
	currency,
	part,
	name
ORDER BY
	currency,
	part,
	name
