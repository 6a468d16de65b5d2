-- one row a measure with scores: how many episodes have one; its patients are those episodes but the ones in which one of them comes again
WITH scored AS MATERIALIZED (
	SELECT DISTINCT
		measure,
		episode_key
	FROM scores
),
repeated AS (
	SELECT
		episode_key,
		patient_key
	FROM episodes
	WHERE patient_key IN (SELECT patient_key FROM episodes GROUP BY patient_key HAVING count(*) > 1)
),
counted AS (
	SELECT
		measure,
		count(*) AS n,
		0 AS again
	FROM scored
	GROUP BY
		measure
	UNION ALL
	SELECT
		scored.measure,
		0 AS n,
		count(*) - count(DISTINCT repeated.patient_key) AS again
	FROM scored
	JOIN repeated
		USING (episode_key)
	GROUP BY
		scored.measure
)
SELECT
	'measure' AS filter,
	measure AS value,
	sum(n)::INTEGER AS n,
	sum(n - again)::INTEGER AS patients
FROM counted
GROUP BY
	measure
ORDER BY
	measure
