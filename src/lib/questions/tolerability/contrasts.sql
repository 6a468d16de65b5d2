-- one row an outcome and body region or protocol: its visits against those of all other recorded ones
WITH visit AS (
	SELECT
		cohort.patient_key,
		unnest([
			{'outcome': 'soreness_peak', 'value': sessions.soreness_peak::DOUBLE},
			{'outcome': 'soreness_hours', 'value': sessions.soreness_hours::DOUBLE},
			{'outcome': 'insertion_pain', 'value': sessions.insertion_pain::DOUBLE}
		]) AS said,
		[{'part': 'region', 'name': sessions.body_region}, {'part': 'protocol', 'name': sessions.protocol}] AS places
	FROM cohort
	JOIN sessions
		USING (episode_key)
),
placed AS (
	SELECT
		patient_key,
		said.outcome AS outcome,
		said.value AS value,
		unnest(places, recursive := true)
	FROM visit
	WHERE said.value IS NOT NULL
),
patient AS (
	SELECT
		patient_key,
		outcome,
		part,
		name,
		count(*) AS n,
		sum(value) AS total,
		sum(value ** 2) AS squared
	FROM placed
	WHERE name IS NOT NULL
	GROUP BY ALL
),
name AS (
	SELECT DISTINCT
		outcome,
		part,
		name
	FROM patient
),
side AS (
	SELECT
		name.outcome,
		name.part,
		name.name,
		patient.name = name.name AS own,
		patient.patient_key,
		sum(patient.n) AS n,
		sum(patient.total) AS total,
		sum(patient.squared) AS squared
	FROM name
	JOIN patient
		USING (outcome, part)
	GROUP BY ALL
),
summed AS (
	SELECT
		outcome,
		part,
		name,
		own,
		sum(n) AS n,
		count(*) AS patients,
		sum(total) / sum(n) AS mean,
		sqrt(greatest(sum(squared) - sum(total) ** 2 / sum(n), 0) / nullif(sum(n) - 1, 0)) AS sd
	FROM side
	GROUP BY ALL
),
influence AS (
	SELECT
		outcome,
		part,
		name,
		side.patient_key,
		sum((CASE WHEN own THEN 1 ELSE -1 END) * (side.total - summed.mean * side.n) / summed.n) AS influence
	FROM side
	JOIN summed
		USING (outcome, part, name, own)
	GROUP BY ALL
),
clustered AS (
	SELECT
		outcome,
		part,
		name,
		count(*) AS patients,
		sum(influence ** 2) AS squares
	FROM influence
	GROUP BY ALL
)
SELECT
	outcome,
	part,
	name,
	own.n::INTEGER AS n,
	own.patients::INTEGER AS patients,
	own.mean,
	own.sd,
	others.n::INTEGER AS "othersN",
	others.patients::INTEGER AS "othersPatients",
	others.mean AS "othersMean",
	others.sd AS "othersSd",
	clustered.patients::INTEGER AS clusters,
	clustered.squares
FROM summed AS own
JOIN summed AS others
	USING (outcome, part, name)
JOIN clustered
	USING (outcome, part, name)
WHERE
	own.own
	AND NOT others.own
ORDER BY
	outcome,
	part,
	name
