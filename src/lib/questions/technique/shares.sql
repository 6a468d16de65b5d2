-- one row a figure and name: of all that say anything (visits, or episodes for conditions), how many are so, and the patients behind them
WITH visit AS (
	SELECT
		cohort.patient_key,
		sessions.protocol,
		sessions.payer,
		sessions.ultrasound_guided AS guided,
		sessions.therapist_ultrasound_certified AS certified,
		sessions.retention_minutes AS minutes
	FROM cohort
	JOIN sessions
		USING (episode_key)
),
-- of each patient's records x are so, and the others are not
counted AS (
	SELECT
		'condition' AS figure,
		condition AS name,
		'' AS base,
		patient_key,
		count(*) AS x,
		0 AS others
	FROM cohort
	GROUP BY
		condition,
		patient_key
	UNION ALL
	SELECT
		'protocol' AS figure,
		protocol AS name,
		'' AS base,
		patient_key,
		count(*) AS x,
		0 AS others
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
		patient_key,
		count(*) AS x,
		0 AS others
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
		patient_key,
		count(*) FILTER (guided) AS x,
		count(*) FILTER (NOT guided) AS others
	FROM visit
	WHERE guided IS NOT NULL
	GROUP BY
		patient_key
	UNION ALL
	SELECT
		'certified-where-guided' AS figure,
		'all' AS name,
		'' AS base,
		patient_key,
		count(*) FILTER (certified) AS x,
		count(*) FILTER (NOT certified) AS others
	FROM visit
	WHERE guided AND certified IS NOT NULL
	GROUP BY
		patient_key
	UNION ALL
	SELECT
		'minutes-at-most' AS figure,
		bound.minutes::VARCHAR AS name,
		bound.minutes::VARCHAR AS base,
		patient_key,
		count(*) FILTER (visit.minutes <= bound.minutes) AS x,
		count(*) FILTER (visit.minutes > bound.minutes) AS others
	FROM visit
	CROSS JOIN unnest($minutes::INTEGER[]) AS bound(minutes)
	WHERE visit.minutes > 0
	GROUP BY
		bound.minutes,
		patient_key
),
-- m of them are in the base of a share
asked AS (
	SELECT
		figure,
		base,
		patient_key,
		sum(x + others) AS m
	FROM counted
	GROUP BY
		figure,
		base,
		patient_key
),
whole AS (
	SELECT
		figure,
		base,
		sum(m) AS n,
		count(*) AS patients,
		sum(m * m) AS squares
	FROM asked
	GROUP BY
		figure,
		base
),
shared AS (
	SELECT
		figure,
		name,
		base,
		sum(x) AS count,
		count(*) FILTER (x > 0) AS so_patients,
		count(*) FILTER (others > 0) AS other_patients
	FROM counted
	GROUP BY
		figure,
		name,
		base
),
spread AS (
	SELECT
		counted.figure,
		counted.name,
		sum(counted.x * counted.x) AS xx,
		sum(counted.x * asked.m) AS xm
	FROM counted
	JOIN asked
		USING (figure, base, patient_key)
	GROUP BY
		counted.figure,
		counted.name
)
SELECT
	shared.figure,
	shared.name,
	whole.n::INTEGER AS n,
	shared.count::INTEGER AS count,
	whole.patients::INTEGER AS patients,
	shared.so_patients::INTEGER AS "soPatients",
	shared.other_patients::INTEGER AS "otherPatients",
	(spread.xx - 2 * shared.count / whole.n * spread.xm + (shared.count / whole.n) ** 2 * whole.squares)::DOUBLE AS squares
FROM shared
JOIN whole
	USING (figure, base)
JOIN spread
	USING (figure, name)
ORDER BY
	shared.figure,
	TRY_CAST(shared.name AS INTEGER),
	shared.name
