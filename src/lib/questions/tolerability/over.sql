-- one row a part (everyone, one body region, one protocol) and hours: visits whose soreness was over within them
WITH limited AS (
	SELECT
		part,
		name,
		soreness_hours.n AS n,
		soreness_hours.patients AS patients,
		soreness_hours.counts_squared AS n_squares,
		unnest([{'hours': 24, 'over': by_24}, {'hours': 48, 'over': by_48}, {'hours': 72, 'over': by_72}], recursive := true)
	FROM bunch
	WHERE soreness_hours.n > 0
),
summed AS (
	SELECT
		part,
		name,
		hours,
		sum(n) AS n,
		sum(patients) AS patients,
		sum(count) AS count,
		sum(until_patients) AS until_patients,
		sum(after_patients) AS after_patients,
		sum(count_squares) AS count_squares,
		sum(products) AS products,
		sum(n_squares) AS n_squares
	FROM limited
	GROUP BY ALL
)
SELECT
	part,
	name,
	hours,
	n::INTEGER AS n,
	patients::INTEGER AS patients,
	count::INTEGER AS count,
	until_patients::INTEGER AS "untilPatients",
	after_patients::INTEGER AS "afterPatients",
	greatest(count_squares - 2 * (count / n) * products + (count / n) ** 2 * n_squares, 0) AS squares
FROM summed
ORDER BY
	part,
	name,
	hours
