-- one row: the first month whose episodes may still go on, since nine in ten last until after the last month of the snapshot
WITH length_of AS (
	SELECT
		max(sessions.day_offset) - min(sessions.day_offset) AS days
	FROM cohort
	JOIN sessions
		USING (episode_key)
	GROUP BY
		cohort.episode_key
),
latest AS (
	SELECT
		max(period) AS month
	FROM sessions
	WHERE length(period) = 7
)
SELECT
	strftime(
		last_day(strptime(latest.month || '-01', '%Y-%m-%d')::DATE) + 1 - coalesce((SELECT ceil(quantile_cont(days, 0.9)) FROM length_of), 0)::INTEGER,
		'%Y-%m'
	) AS "openFrom"
FROM latest
