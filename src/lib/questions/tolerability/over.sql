-- one row a part (everyone, one body region, one protocol) and hours: visits whose soreness was over within them
WITH limited AS (
	SELECT
		part,
		name,
		hours_n AS n,
		unnest([
			{'hours': 24, 'count': by_24, 'until_next': by_48},
			{'hours': 48, 'count': by_48, 'until_next': by_72},
			{'hours': 72, 'count': by_72, 'until_next': hours_n}
		], recursive := true)
	FROM visited
	WHERE hours_n > 0
),
summed AS (
	SELECT
		part,
		name,
		hours,
		sum(n) AS n,
		count(*) AS patients,
		sum(count) AS count,
		count(*) FILTER (count > 0) AS until_patients,
		count(*) FILTER (until_next > count) AS after_patients,
		sum(count ** 2) AS count_squares,
		sum(count * n) AS products,
		sum(n ** 2) AS n_squares
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
