-- one row an episode scored at session 1 and each session up to its last score: the score there, the tenths of the range that its first and its latest score lie in, and whether another score follows
CREATE OR REPLACE TEMP TABLE followed AS
WITH placed AS (
	SELECT
		group_number,
		episode_key,
		session,
		score,
		round(10 * (score - $minimum::DOUBLE) / ($maximum::DOUBLE - $minimum::DOUBLE))::INTEGER AS tenth
	FROM scored
	WHERE session <= $lastSession::INTEGER
),
spell AS (
	SELECT
		group_number,
		episode_key,
		session,
		score,
		lead(session) OVER episode AS next_session,
		first(session) OVER episode AS first_session,
		first(tenth) OVER episode AS baseline,
		tenth AS latest
	FROM placed
	WINDOW episode AS (
		PARTITION BY episode_key
		ORDER BY session
	)
)
SELECT
	group_number,
	episode_key,
	session,
	score,
	baseline,
	latest,
	next_session IS NOT NULL AS stayed
FROM spell
WHERE first_session = 1
UNION ALL
SELECT
	group_number,
	episode_key,
	unnest(range(session + 1, next_session))::INTEGER AS session,
	NULL AS score,
	baseline,
	latest,
	true AS stayed
FROM spell
WHERE first_session = 1 AND next_session > session + 1
