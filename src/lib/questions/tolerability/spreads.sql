-- one row an outcome (soreness peak, soreness hours, insertion pain) and part: everyone, one body region or one protocol
WITH summed AS (
	SELECT
		outcome,
		part,
		name,
		sum(n) AS n,
		count(*) AS patients,
		sum(total) AS total,
		sum(squared) AS squared,
		sum(total ** 2) AS totals_squared,
		sum(total * n) AS products,
		sum(n ** 2) AS counts_squared
	FROM placed
	GROUP BY ALL
),
visit AS (
	SELECT
		coalesce(sessions.body_region, 'not-recorded') AS region,
		coalesce(sessions.protocol, 'not-recorded') AS protocol,
		sessions.soreness_peak,
		sessions.soreness_hours,
		sessions.insertion_pain
	FROM cohort
	JOIN sessions
		USING (episode_key)
),
middle AS (
	SELECT
		CASE WHEN grouping(region) = 0 THEN 'region' WHEN grouping(protocol) = 0 THEN 'protocol' ELSE 'all' END AS part,
		coalesce(region, protocol, 'all') AS name,
		unnest([
			{'outcome': 'soreness_peak', 'quartiles': quantile_cont(soreness_peak, [0.25, 0.5, 0.75])},
			{'outcome': 'soreness_hours', 'quartiles': quantile_cont(soreness_hours, [0.25, 0.5, 0.75])},
			{'outcome': 'insertion_pain', 'quartiles': quantile_cont(insertion_pain, [0.25, 0.5, 0.75])}
		], recursive := true)
	FROM visit
	GROUP BY GROUPING SETS ((), (region), (protocol))
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
