-- one row a group and session: sums over the episodes scored there, each weighted by one over the chance that it stayed so far; in order, so that they are the same to the last digit each time
WITH chance AS (
	SELECT
		unnest(
			from_json($chances, '[{"group": "INTEGER", "session": "INTEGER", "baseline": "INTEGER", "latest": "INTEGER", "chance": "DOUBLE"}]'),
			recursive := true
		)
),
weighted AS (
	SELECT
		followed.group_number,
		followed.episode_key,
		followed.session,
		followed.score,
		exp(coalesce(sum(-ln(chance.chance)) OVER before, 0)) AS weight
	FROM followed
	LEFT JOIN chance
		ON chance."group" = followed.group_number
		AND chance.session = followed.session
		AND chance.baseline = followed.baseline
		AND chance.latest = followed.latest
	WINDOW before AS (
		PARTITION BY followed.episode_key
		ORDER BY followed.session
		ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
	)
)
SELECT
	group_number AS "group",
	session,
	sum(weight ORDER BY episode_key) AS weights,
	sum(weight ^ 2 ORDER BY episode_key) AS squares,
	sum(weight * score ORDER BY episode_key) AS scores,
	sum(weight ^ 2 * score ORDER BY episode_key) AS square_scores,
	sum(weight ^ 2 * score ^ 2 ORDER BY episode_key) AS square_products
FROM weighted
WHERE score IS NOT NULL
GROUP BY
	group_number,
	session
ORDER BY
	group_number,
	session
