-- one row a currency and part (everyone, one protocol or one payer of the episode): what a visit with a price cost
WITH visit AS (
	SELECT
		cohort.patient_key,
		sessions.cost::DOUBLE AS cost,
		coalesce(sessions.currency, 'not-recorded') AS currency,
		coalesce(episodes.protocol, 'not-recorded') AS protocol,
		coalesce(episodes.payer, 'not-recorded') AS payer,
		sessions.cost BETWEEN $lowest AND $highest AS within
	FROM cohort
	JOIN episodes
		USING (episode_key)
	JOIN sessions
		USING (episode_key)
	WHERE sessions.cost IS NOT NULL
),
summed AS (
	SELECT
		currency,
		CASE WHEN grouping(protocol) = 0 THEN 'protocol' WHEN grouping(payer) = 0 THEN 'payer' ELSE 'all' END AS part,
		coalesce(protocol, payer, 'all') AS name,
		count(*) AS n,
		avg(cost) AS mean,
		stddev_samp(cost) AS sd,
		quantile_cont(cost, [0.25, 0.5, 0.75]) AS quartiles,
		count(*) FILTER (within) AS count
	FROM visit
	GROUP BY GROUPING SETS ((currency), (currency, protocol), (currency, payer))
),
patient AS (
	SELECT
		currency,
		CASE WHEN grouping(protocol) = 0 THEN 'protocol' WHEN grouping(payer) = 0 THEN 'payer' ELSE 'all' END AS part,
		coalesce(protocol, payer, 'all') AS name,
		count(*) AS n,
		sum(cost) AS cost,
		count(*) FILTER (within) AS count
	FROM visit
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
	any_value(summed.count)::INTEGER AS count,
	count(*) FILTER (patient.count > 0)::INTEGER AS "withinPatients",
	count(*) FILTER (patient.count < patient.n)::INTEGER AS "outsidePatients",
	sum(((patient.cost - summed.mean * patient.n) / summed.n) ** 2) AS squares,
	sum((patient.count - summed.count * patient.n / summed.n) ** 2) AS "countSquares"
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
