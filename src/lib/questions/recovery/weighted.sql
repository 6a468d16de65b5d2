-- one row a group and session: sums over the episodes scored there, each weighted by one over the chance that it stayed so far; in order, so that they are the same to the last digit each time
WITH chance AS (
	SELECT
		unnest(
			from_json($chances, '[{"condition": "VARCHAR", "part": "VARCHAR", "session": "INTEGER", "baseline": "INTEGER", "latest": "INTEGER", "chance": "DOUBLE"}]'),
			recursive := true
		)
),
weighted AS (
	SELECT
		followed.condition,
		followed.part,
		followed.episode_key,
		followed.session,
		exp(coalesce(sum(-ln(chance.chance)) OVER before, 0)) AS weight
	FROM followed
	LEFT JOIN chance
		ON chance.condition = followed.condition
		AND chance.part = followed.part
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
	weighted.condition,
	weighted.part,
	weighted.session,
	sum(weighted.weight ORDER BY weighted.episode_key) AS weights,
	sum(weighted.weight ^ 2 ORDER BY weighted.episode_key) AS squares,
	sum(weighted.weight * scored.score ORDER BY weighted.episode_key) AS scores,
	sum(weighted.weight ^ 2 * scored.score ORDER BY weighted.episode_key) AS square_scores,
	sum(weighted.weight ^ 2 * scored.score ^ 2 ORDER BY weighted.episode_key) AS square_products
FROM weighted
JOIN scored
	ON scored.episode_key = weighted.episode_key
	AND scored.session = weighted.session
GROUP BY
	weighted.condition,
	weighted.part,
	weighted.session
ORDER BY
	weighted.condition,
	weighted.part,
	weighted.session
