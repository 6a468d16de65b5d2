-- one row an outcome (soreness peak, soreness hours, insertion pain) and part: everyone, one body region or one protocol
WITH visit AS (
	SELECT
		cohort.patient_key,
		unnest([
			{'outcome': 'soreness_peak', 'value': sessions.soreness_peak::DOUBLE},
			{'outcome': 'soreness_hours', 'value': sessions.soreness_hours::DOUBLE},
			{'outcome': 'insertion_pain', 'value': sessions.insertion_pain::DOUBLE}
		]) AS said,
		sessions.body_region,
		sessions.protocol
	FROM cohort
	JOIN sessions
		USING (episode_key)
),
counted AS (
	SELECT
		patient_key,
		said.outcome AS outcome,
		said.value AS value,
		unnest([
			{'part': 'all', 'name': 'all'},
			{'part': 'region', 'name': coalesce(body_region, 'not-recorded')},
			{'part': 'protocol', 'name': coalesce(protocol, 'not-recorded')}
		], recursive := true)
	FROM visit
	WHERE said.value IS NOT NULL
),
spread AS (
	SELECT
		outcome,
		part,
		name,
		count(*) AS n,
		count(DISTINCT patient_key) AS patients,
		avg(value) AS mean,
		stddev_samp(value) AS sd,
		quantile_cont(value, 0.5) AS median,
		quantile_cont(value, 0.25) AS q1,
		quantile_cont(value, 0.75) AS q3
	FROM counted
	GROUP BY
		outcome,
		part,
		name
),
patient AS (
	SELECT
		outcome,
		part,
		name,
		count(*) AS n,
		sum(value) AS total
	FROM counted
	GROUP BY
		outcome,
		part,
		name,
		patient_key
),
clustered AS (
	SELECT
		outcome,
		part,
		name,
		sum(((patient.total - spread.mean * patient.n) / spread.n) ** 2) AS squares
	FROM patient
	JOIN spread
		USING (outcome, part, name)
	GROUP BY
		outcome,
		part,
		name
)
SELECT
	outcome,
	part,
	name,
	spread.n::INTEGER AS n,
	spread.patients::INTEGER AS patients,
	spread.mean,
	spread.sd,
	spread.median,
	spread.q1,
	spread.q3,
	clustered.squares
FROM spread
JOIN clustered
	USING (outcome, part, name)
ORDER BY
	outcome,
	part,
	name
