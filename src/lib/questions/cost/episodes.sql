-- one row a currency and part (everyone, one protocol or one payer): what an episode cost whose visits all have a price; of those that can be judged, if any can
WITH episode AS (
	SELECT
		patient_key,
		currency,
		cost,
		unnest([{'part': 'all', 'name': 'all'}, {'part': 'protocol', 'name': protocol}, {'part': 'payer', 'name': payer}], recursive := true)
	FROM episode_cost
	WHERE
		complete
		AND (judged OR NOT EXISTS (SELECT 1 FROM episode_cost AS any_episode WHERE any_episode.complete AND any_episode.judged))
),
summed AS (
	SELECT
		currency,
		part,
		name,
		count(*) AS n,
		count(DISTINCT patient_key) AS patients,
		avg(cost) AS mean,
		stddev_samp(cost) AS sd,
		quantile_cont(cost, 0.5) AS median,
		quantile_cont(cost, 0.25) AS q1,
		quantile_cont(cost, 0.75) AS q3
	FROM episode
	GROUP BY
		currency,
		part,
		name
),
patient AS (
	SELECT
		currency,
		part,
		name,
		count(*) AS n,
		sum(cost) AS cost
	FROM episode
	GROUP BY
		currency,
		part,
		name,
		patient_key
)
SELECT
	currency,
	part,
	name,
	any_value(summed.n)::INTEGER AS n,
	any_value(summed.patients)::INTEGER AS patients,
	any_value(summed.mean) AS mean,
	any_value(summed.sd) AS sd,
	any_value(summed.median) AS median,
	any_value(summed.q1) AS q1,
	any_value(summed.q3) AS q3,
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
