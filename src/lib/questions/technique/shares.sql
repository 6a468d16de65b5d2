-- one row a figure and name: of all that say anything (visits, or episodes for conditions), how many are so, and the patients behind them
WITH visit AS MATERIALIZED (
	SELECT
		cohort.patient_key,
		sessions.protocol,
		sessions.payer,
		sessions.ultrasound_guided AS guided,
		sessions.therapist_ultrasound_certified AS certified,
		sessions.retention_minutes AS minutes,
		count(*) AS n
	FROM cohort
	JOIN sessions
		USING (episode_key)
	GROUP BY ALL
),
stayed AS (
	SELECT
		patient_key,
		minutes,
		sum(n) AS n
	FROM visit
	WHERE minutes > 0
	GROUP BY
		patient_key,
		minutes
),
-- of each patient's records x are so and the others are not; m of them are in the base of the share, in which the patient is counted first here
counted AS (
	SELECT
		'condition' AS figure,
		condition AS name,
		'' AS base,
		count(*) AS x,
		0 AS others,
		sum(count(*)) OVER (PARTITION BY patient_key) AS m,
		row_number() OVER (PARTITION BY patient_key) = 1 AS first
	FROM cohort
	GROUP BY
		condition,
		patient_key
	UNION ALL
	SELECT
		'protocol' AS figure,
		protocol AS name,
		'' AS base,
		sum(n) AS x,
		0 AS others,
		sum(sum(n)) OVER (PARTITION BY patient_key) AS m,
		row_number() OVER (PARTITION BY patient_key) = 1 AS first
	FROM visit
	WHERE protocol IS NOT NULL
	GROUP BY
		protocol,
		patient_key
	UNION ALL
	SELECT
		'payer' AS figure,
		payer AS name,
		'' AS base,
		sum(n) AS x,
		0 AS others,
		sum(sum(n)) OVER (PARTITION BY patient_key) AS m,
		row_number() OVER (PARTITION BY patient_key) = 1 AS first
	FROM visit
	WHERE payer IS NOT NULL
	GROUP BY
		payer,
		patient_key
	UNION ALL
	SELECT
		'ultrasound-guided' AS figure,
		'all' AS name,
		'' AS base,
		coalesce(sum(n) FILTER (guided), 0) AS x,
		coalesce(sum(n) FILTER (NOT guided), 0) AS others,
		sum(n) AS m,
		true AS first
	FROM visit
	WHERE guided IS NOT NULL
	GROUP BY
		patient_key
	UNION ALL
	SELECT
		'certified-where-guided' AS figure,
		'all' AS name,
		'' AS base,
		coalesce(sum(n) FILTER (certified), 0) AS x,
		coalesce(sum(n) FILTER (NOT certified), 0) AS others,
		sum(n) AS m,
		true AS first
	FROM visit
	WHERE guided AND certified IS NOT NULL
	GROUP BY
		patient_key
	UNION ALL
	SELECT
		'minutes-at-most' AS figure,
		bound.minutes::VARCHAR AS name,
		bound.minutes::VARCHAR AS base,
		coalesce(sum(stayed.n) FILTER (stayed.minutes <= bound.minutes), 0) AS x,
		coalesce(sum(stayed.n) FILTER (stayed.minutes > bound.minutes), 0) AS others,
		sum(stayed.n) AS m,
		true AS first
	FROM stayed
	CROSS JOIN unnest($minutes::INTEGER[]) AS bound(minutes)
	GROUP BY
		bound.minutes,
		stayed.patient_key
),
shared AS (
	SELECT
		figure,
		name,
		base,
		sum(x) AS count,
		sum(x + others) AS n,
		count(*) FILTER (first) AS patients,
		count(*) FILTER (x > 0) AS so_patients,
		count(*) FILTER (others > 0) AS other_patients,
		sum(x * x) AS xx,
		sum(x * m) AS xm,
		sum((x + others) * m) AS mm
	FROM counted
	GROUP BY
		figure,
		name,
		base
),
whole AS (
	SELECT
		figure,
		base,
		sum(n) AS n,
		sum(patients) AS patients,
		sum(mm) AS squares
	FROM shared
	GROUP BY
		figure,
		base
)
SELECT
	shared.figure,
	shared.name,
	whole.n::INTEGER AS n,
	shared.count::INTEGER AS count,
	whole.patients::INTEGER AS patients,
	shared.so_patients::INTEGER AS "soPatients",
	shared.other_patients::INTEGER AS "otherPatients",
	(shared.xx - 2 * shared.count / whole.n * shared.xm + (shared.count / whole.n) ** 2 * whole.squares)::DOUBLE AS squares
FROM shared
JOIN whole
	USING (figure, base)
ORDER BY
	shared.figure,
	TRY_CAST(shared.name AS INTEGER),
	shared.name
