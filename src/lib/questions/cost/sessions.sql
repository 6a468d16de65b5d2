-- one row a currency and part (everyone, one protocol or one payer of the episode): what a visit with a price cost
WITH visit AS (
	SELECT
		cohort.patient_key,
		sessions.cost::DOUBLE AS cost,
		coalesce(sessions.currency, 'not-recorded') AS currency,
		unnest([
			{'part': 'all', 'name': 'all'},
			{'part': 'protocol', 'name': coalesce(episodes.protocol, 'not-recorded')},
			{'part': 'payer', 'name': coalesce(episodes.payer, 'not-recorded')}
		], recursive := true)
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
		part,
		name,
		count(*) AS n,
		count(DISTINCT patient_key) AS patients,
		avg(cost) AS mean,
		stddev_samp(cost) AS sd,
		quantile_cont(cost, 0.5) AS median,
		quantile_cont(cost, 0.25) AS q1,
		quantile_cont(cost, 0.75) AS q3,
		count(*) FILTER (cost BETWEEN $lowest AND $highest) AS count,
		count(DISTINCT patient_key) FILTER (cost BETWEEN $lowest AND $highest) AS within_patients,
		count(DISTINCT patient_key) FILTER (cost NOT BETWEEN $lowest AND $highest) AS outside_patients
	FROM visit
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
		sum(cost) AS cost,
		count(*) FILTER (cost BETWEEN $lowest AND $highest) AS count
	FROM visit
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
	any_value(summed.count)::INTEGER AS count,
	any_value(summed.within_patients)::INTEGER AS "withinPatients",
	any_value(summed.outside_patients)::INTEGER AS "outsidePatients",
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
