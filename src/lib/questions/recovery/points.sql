-- one row a group and session: the scores there
SELECT
	condition,
	part,
	session,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients,
	avg(score) AS mean,
	stddev_samp(score) AS sd,
	quantile_cont(score, 0.5) AS median,
	quantile_cont(score, 0.25) AS q1,
	quantile_cont(score, 0.75) AS q3
FROM scored
GROUP BY
	condition,
	part,
	session
ORDER BY
	condition,
	part,
	session
