-- one row a group and session: the scores there
WITH spread AS (
	SELECT
		group_number,
		session,
		count(*)::INTEGER AS n,
		count(DISTINCT patient_key)::INTEGER AS patients,
		avg(score) AS mean,
		stddev_samp(score) AS sd,
		quantile_cont(score, [0.25, 0.5, 0.75]) AS quartiles
	FROM scored
	GROUP BY
		group_number,
		session
)
SELECT
	group_number AS "group",
	session,
	n,
	patients,
	mean,
	sd,
	quartiles[2] AS median,
	quartiles[1] AS q1,
	quartiles[3] AS q3
FROM spread
ORDER BY
	group_number,
	session
