-- one row an episode: its last session that is long enough ago to tell whether anyone left after it, 0 where none is
WITH recent AS (
	SELECT
		strftime(try_strptime(max(period), '%Y-%m') - to_months($openMonths::INTEGER), '%Y-%m') AS period
	FROM sessions
)
SELECT
	sessions.episode_key,
	max(
		CASE
			WHEN recent.period IS NULL OR sessions.period IS NULL OR sessions.period < recent.period THEN sessions.session_number
			ELSE 0
		END
	) AS session
FROM sessions
CROSS JOIN recent
GROUP BY
	sessions.episode_key
