-- one row a group and set of scored sessions: episodes, sums of scores, and sums of products of each two (upper triangle)
WITH modelled AS (
	SELECT
		group_number,
		episode_key,
		session,
		score
	FROM scored
	WHERE session <= $lastSession::INTEGER
),
-- a bit for each session that has a score
episode AS (
	SELECT
		episode_key,
		bit_or(1::BIGINT << session) AS seen
	FROM modelled
	GROUP BY
		episode_key
),
pair AS (
	SELECT
		a.group_number,
		episode.seen,
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
		a.group_number,
		episode.seen,
		i,
		j
)
SELECT
	group_number AS "group",
	list(i ORDER BY i) FILTER (i = j) AS sessions,
	any_value(n) AS n,
	list(total ORDER BY i) FILTER (i = j) AS sums,
	list(product ORDER BY i, j) AS products
FROM pair
GROUP BY
	group_number,
	seen
ORDER BY
	group_number,
	sessions
