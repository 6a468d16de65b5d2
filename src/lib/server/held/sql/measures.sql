-- one row a measure: the scores that occur in ascending order, and how many there are
WITH occurring AS (
	SELECT
		measure,
		score,
		count(*) AS n
	FROM scores
	GROUP BY
		measure,
		score
)
SELECT
	measure,
	list(score ORDER BY score) AS "values",
	sum(n)::INTEGER AS count
FROM occurring
GROUP BY
	measure
ORDER BY
	measure
