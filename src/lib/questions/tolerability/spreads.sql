-- one row an outcome (soreness peak, soreness hours, insertion pain) and part: everyone, one body region or one protocol
WITH told AS (
	SELECT
		part,
		name,
		unnest([{'outcome': 'soreness_peak', 'told': soreness_peak}, {'outcome': 'soreness_hours', 'told': soreness_hours}, {'outcome': 'insertion_pain', 'told': insertion_pain}], recursive := true)
	FROM bunch
),
summed AS (
	SELECT
		outcome,
		part,
		name,
		sum(n) AS n,
		sum(patients) AS patients,
		sum(total) AS total,
		sum(squared) AS squared,
		sum(totals_squared) AS totals_squared,
		sum(products) AS products,
		sum(counts_squared) AS counts_squared
	FROM told
	WHERE n > 0
	GROUP BY ALL
),
-- the same few values are told again and again
counted AS (
	SELECT
		CASE WHEN grouping(soreness_peak) = 0 THEN 'soreness_peak' WHEN grouping(soreness_hours) = 0 THEN 'soreness_hours' ELSE 'insertion_pain' END AS outcome,
		coalesce(sessions.body_region, 'not-recorded') AS region,
		coalesce(sessions.protocol, 'not-recorded') AS protocol,
		coalesce(sessions.soreness_peak, sessions.soreness_hours, sessions.insertion_pain) AS value,
		count(*) AS n
	FROM cohort
	JOIN sessions
		USING (episode_key)
	GROUP BY GROUPING SETS (
		(body_region, sessions.protocol, soreness_peak),
		(body_region, sessions.protocol, soreness_hours),
		(body_region, sessions.protocol, insertion_pain)
	)
),
parted AS (
	SELECT
		outcome,
		unnest([{'part': 'all', 'name': 'all'}, {'part': 'region', 'name': region}, {'part': 'protocol', 'name': protocol}], recursive := true),
		value,
		n
	FROM counted
	WHERE value IS NOT NULL
),
valued AS (
	SELECT
		outcome,
		part,
		name,
		value,
		sum(n) AS n
	FROM parted
	GROUP BY ALL
),
reached AS (
	SELECT
		outcome,
		part,
		name,
		value,
		sum(n) OVER (PARTITION BY outcome, part, name ORDER BY value) AS up_to,
		sum(n) OVER (PARTITION BY outcome, part, name) - 1 AS last
	FROM valued
),
quartile AS (
	SELECT
		reached.outcome,
		reached.part,
		reached.name,
		quarter.share,
		min(reached.value) FILTER (reached.up_to > floor(reached.last * quarter.share)) AS below,
		min(reached.value) FILTER (reached.up_to > ceil(reached.last * quarter.share)) AS above,
		any_value(reached.last * quarter.share - floor(reached.last * quarter.share)) AS between
	FROM reached
	CROSS JOIN (VALUES (0.25::DOUBLE), (0.5::DOUBLE), (0.75::DOUBLE)) AS quarter(share)
	GROUP BY ALL
),
middle AS (
	SELECT
		outcome,
		part,
		name,
		list(below + (above - below) * between ORDER BY share) AS quartiles
	FROM quartile
	GROUP BY ALL
)
SELECT
	outcome,
	part,
	name,
	summed.n::INTEGER AS n,
	summed.patients::INTEGER AS patients,
	summed.total / summed.n AS mean,
	CASE WHEN summed.n > 1 THEN sqrt(greatest(summed.squared - summed.total ** 2 / summed.n, 0) / (summed.n - 1)) END AS sd,
	middle.quartiles[2] AS median,
	middle.quartiles[1] AS q1,
	middle.quartiles[3] AS q3,
	greatest(summed.totals_squared - 2 * summed.total / summed.n * summed.products + (summed.total / summed.n) ** 2 * summed.counts_squared, 0) / summed.n ** 2 AS squares
FROM summed
JOIN middle
	USING (outcome, part, name)
ORDER BY
	outcome,
	part,
	name
