-- one row a group and set of scored sessions: episodes, sums of scores, and sums of products of each two (upper triangle)
WITH modelled AS (
	SELECT
		condition,
		part,
		episode_key,
		session,
		score
	FROM scored
	WHERE session <= $lastSession::INTEGER
),
episode AS (
	SELECT
		episode_key,
		list(session ORDER BY session) AS sessions
	FROM modelled
	GROUP BY
		episode_key
),
pair AS (
	SELECT
		a.condition,
		a.part,
		episode.sessions,
		a.session AS i,
		b.session AS j,
		count(*)::INTEGER AS n,
		sum(a.score) AS total,
		sum(a.score * b.score) AS product
	FROM modelled AS a
	JOIN modelled AS b
		ON b.episode_key = a.episode_key AND b.session >= a.session
	JOIN episode
		ON episode.episode_key = a.episode_key
	GROUP BY
		a.condition,
		a.part,
		episode.sessions,
		i,
		j
)
SELECT
	condition,
	part,
	sessions,
	any_value(n) AS n,
	list(total ORDER BY i) FILTER (i = j) AS sums,
	list(product ORDER BY i, j) AS products
FROM pair
GROUP BY
	condition,
	part,
	sessions
ORDER BY
	condition,
	part,
	sessions
