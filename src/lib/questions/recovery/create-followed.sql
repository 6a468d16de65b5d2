-- one row an episode scored at session 1 and each session up to its last score: the tenths of the range that its first and its latest score lie in, and whether another score follows
CREATE OR REPLACE TEMP TABLE followed AS
WITH placed AS (
	SELECT
		condition,
		part,
		episode_key,
		session,
		round(10 * (score - $minimum::DOUBLE) / ($maximum::DOUBLE - $minimum::DOUBLE))::INTEGER AS tenth
	FROM scored
	WHERE session <= $lastSession::INTEGER
),
spell AS (
	SELECT
		condition,
		part,
		episode_key,
		session,
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
	condition,
	part,
	episode_key,
	unnest(range(session, coalesce(next_session, session + 1)))::INTEGER AS session,
	baseline,
	latest,
	next_session IS NOT NULL AS stayed
FROM spell
WHERE first_session = 1
