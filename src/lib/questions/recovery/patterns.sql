-- one row a group and set of scored sessions: episodes, sums of scores, and sums of products of each two (upper triangle)
WITH scored AS (
	SELECT
		cohort.condition,
		cohort.protocol,
		scores.episode_key,
		scores.session_number AS session,
		scores.score
	FROM cohort
	JOIN scores
		USING (episode_key)
	WHERE scores.measure = $measure AND scores.session_number <= $lastSession::INTEGER
),
episode AS (
	SELECT
		episode_key,
		list(session ORDER BY session) AS sessions
	FROM scored
	GROUP BY
		episode_key
),
pair AS (
	SELECT
		a.condition,
		a.protocol,
		episode.sessions,
		a.session AS i,
		b.session AS j,
		count(*)::INTEGER AS n,
		sum(a.score) AS total,
		sum(a.score * b.score) AS product
	FROM scored AS a
	JOIN scored AS b
		ON b.episode_key = a.episode_key AND b.session >= a.session
	JOIN episode
		ON episode.episode_key = a.episode_key
	GROUP BY
		a.condition,
		a.protocol,
		episode.sessions,
		i,
		j
)
SELECT
	condition,
	protocol,
	sessions,
	any_value(n) AS n,
	list(total ORDER BY i) FILTER (i = j) AS sums,
	list(product ORDER BY i, j) AS products
FROM pair
GROUP BY
	condition,
	protocol,
	sessions
ORDER BY
	condition,
	protocol,
	sessions
