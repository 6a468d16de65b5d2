-- one row an outcome and body region or protocol: its visits against those of all other recorded ones
WITH told AS (
	SELECT
		alone,
		part,
		name,
		unnest([{'outcome': 'soreness_peak', 'told': soreness_peak}, {'outcome': 'soreness_hours', 'told': soreness_hours}, {'outcome': 'insertion_pain', 'told': insertion_pain}], recursive := true)
	FROM bunch
	WHERE part <> 'all' AND name <> 'not-recorded'
),
summed AS (
	SELECT
		outcome,
		part,
		name,
		sum(n) AS n,
		sum(patients) AS patients,
		sum(total) AS total,
		sum(squared) AS squared
	FROM told
	WHERE n > 0
	GROUP BY ALL
),
side AS (
	SELECT
		*,
		sum(n) OVER every - n AS others_n,
		sum(total) OVER every - total AS others_total,
		sum(squared) OVER every - squared AS others_squared,
		total / n AS mean,
		others_total / nullif(others_n, 0) AS others_mean
	FROM summed
	WINDOW every AS (PARTITION BY outcome, part)
),
recorded AS (
	SELECT
		part,
		name,
		patient_key,
		unnest([
			{'outcome': 'soreness_peak', 'n': peak_n, 'total': peak_total},
			{'outcome': 'soreness_hours', 'n': hours_n, 'total': hours_total},
			{'outcome': 'insertion_pain', 'n': insertion_n, 'total': insertion_total}
		], recursive := true)
	FROM roaming
	WHERE part <> 'all' AND name <> 'not-recorded'
),
patient AS (
	SELECT
		outcome,
		part,
		patient_key,
		sum(n) AS n,
		sum(total) AS total
	FROM recorded
	WHERE n > 0
	GROUP BY ALL
),
every_patient AS (
	SELECT
		outcome,
		part,
		patients,
		totals_squared,
		products,
		counts_squared
	FROM told
	WHERE alone AND n > 0
	UNION ALL
	SELECT
		outcome,
		part,
		count(*) AS patients,
		sum(total ** 2) AS totals_squared,
		sum(total * n) AS products,
		sum(n ** 2) AS counts_squared
	FROM patient
	GROUP BY ALL
),
whole AS (
	SELECT
		outcome,
		part,
		sum(patients) AS patients,
		sum(totals_squared) AS totals_squared,
		sum(products) AS products,
		sum(counts_squared) AS counts_squared
	FROM every_patient
	GROUP BY ALL
),
-- what patients with visits there bring to the variance, and what they would have brought to it as one of the others; those of one spot by their moments
brought AS (
	SELECT
		outcome,
		part,
		name,
		count(*) FILTER (patient.n > recorded.n) AS elsewhere,
		sum(((recorded.total - side.mean * recorded.n) / side.n - (patient.total - recorded.total - side.others_mean * (patient.n - recorded.n)) / side.others_n) ** 2) AS squares,
		sum((patient.total - side.others_mean * patient.n) ** 2) AS as_others
	FROM recorded
	JOIN side
		USING (outcome, part, name)
	JOIN patient
		USING (outcome, part, patient_key)
	WHERE recorded.n > 0
	GROUP BY ALL
	UNION ALL
	SELECT
		outcome,
		part,
		name,
		0 AS elsewhere,
		greatest(told.totals_squared - 2 * side.mean * told.products + side.mean ** 2 * told.counts_squared, 0) / side.n ** 2 AS squares,
		told.totals_squared - 2 * side.others_mean * told.products + side.others_mean ** 2 * told.counts_squared AS as_others
	FROM told
	JOIN side
		USING (outcome, part, name)
	WHERE told.alone AND told.n > 0
),
own AS (
	SELECT
		outcome,
		part,
		name,
		sum(elsewhere) AS elsewhere,
		sum(squares) AS squares,
		sum(as_others) AS as_others
	FROM brought
	GROUP BY ALL
)
SELECT
	outcome,
	part,
	name,
	side.n::INTEGER AS n,
	side.patients::INTEGER AS patients,
	side.mean,
	sqrt(greatest(side.squared - side.total ** 2 / side.n, 0) / nullif(side.n - 1, 0)) AS sd,
	side.others_n::INTEGER AS "othersN",
	(whole.patients - side.patients + own.elsewhere)::INTEGER AS "othersPatients",
	side.others_mean AS "othersMean",
	sqrt(greatest(side.others_squared - side.others_total ** 2 / side.others_n, 0) / nullif(side.others_n - 1, 0)) AS "othersSd",
	whole.patients::INTEGER AS clusters,
	own.squares + greatest(whole.totals_squared - 2 * side.others_mean * whole.products + side.others_mean ** 2 * whole.counts_squared - own.as_others, 0) / side.others_n ** 2 AS squares
FROM side
JOIN own
	USING (outcome, part, name)
JOIN whole
	USING (outcome, part)
WHERE side.others_n > 0
ORDER BY
	outcome,
	part,
	name
